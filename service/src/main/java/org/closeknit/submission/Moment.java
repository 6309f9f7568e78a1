package org.closeknit.submission;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Reading;

/** A day, with the time where it is known, Europe/London. */
public record Moment(PartialDate day, Optional<LocalTime> time) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Pattern WITH_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})?");

  static Reading<Moment> read(String text) {
    if (!WITH_TIME.matcher(text).matches()) {
      return switch (PartialDate.read(text)) {
        case Reading.Good<PartialDate>(PartialDate day) ->
            new Reading.Good<>(new Moment(day, Optional.empty()));
        case Reading.Bad<PartialDate>(String rule) ->
            new Reading.Bad<>(rule + ", with a time 2026-05-31T14:05");
      };
    }
    try {
      return new Reading.Good<>(of(inLondon(text.replace(' ', 'T'))));
    } catch (DateTimeException neverWas) {
      return new Reading.Bad<>("this day or time is in no calendar");
    }
  }

  /** The first moment that it can mean. */
  public LocalDateTime earliest() {
    return day.earliest().atTime(time.orElse(LocalTime.MIN));
  }

  /** The last moment that it can mean. */
  public LocalDateTime latest() {
    return day.latest().atTime(time.orElse(LocalTime.MAX));
  }

  /** As short as what is known, without an offset. */
  public String iso() {
    return day.iso() + time.map(at -> "T" + at).orElse("");
  }

  private static Moment of(LocalDateTime when) {
    return new Moment(PartialDate.of(when.toLocalDate()), Optional.of(when.toLocalTime()));
  }

  private static LocalDateTime inLondon(String iso) {
    boolean saysItsOffset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
    return saysItsOffset
        ? OffsetDateTime.parse(iso).atZoneSameInstant(LONDON).toLocalDateTime()
        : LocalDateTime.parse(iso);
  }
}
