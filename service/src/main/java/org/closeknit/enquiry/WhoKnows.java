package org.closeknit.enquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Agencies;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Sign;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Component;

/** Who has been told of a check, and who asked before. */
@Component
class WhoKnows {
  private final Agencies agencies;
  private final Notices notices;

  WhoKnows(Agencies agencies, Notices notices) {
    this.agencies = agencies;
    this.notices = notices;
  }

  List<AnswerPage.Knows> now(Given given, Dates dates) {
    List<AgencyId> councils =
        given.answer().holdings().stream().map(Holding::council).distinct().toList();
    if (given.access().isEmpty() || councils.isEmpty()) {
      return List.of();
    }
    List<Notice> raised = notices.raised(councils, Telling.key(given.access().get()));
    // Another record under the same number was told of under an access of its own.
    Stream<AnswerPage.Knows> besides =
        councils.stream()
            .filter(council -> raised.stream().noneMatch(one -> one.agency().equals(council)))
            .map(council -> told(council, given.at(), dates));
    return Stream.concat(raised.stream().map(notice -> knows(notice, dates)), besides).toList();
  }

  private AnswerPage.Knows told(AgencyId council, Instant at, Dates dates) {
    return new AnswerPage.Knows(
        Sign.SOCIAL_CARE, agencies.get(council).name(), "told " + dates.time(at) + ".", "", "");
  }

  private AnswerPage.Knows knows(Notice notice, Dates dates) {
    String seen = notice.seenAt().map(at -> ", seen " + dates.time(at)).orElse(", not yet seen");
    return new AnswerPage.Knows(
        Sign.SOCIAL_CARE,
        agencies.get(notice.agency()).name(),
        told(notice, dates) + (notice.acknowledged().isPresent() ? "." : seen),
        answered(notice, dates),
        notice.acknowledged().isPresent()
            ? notice.answer().orElse("I have this.")
            : notice.before().map(one -> one.answer().orElse("I have this.")).orElse(""));
  }

  private static String told(Notice notice, Dates dates) {
    return notice.count() > 1
        ? "told " + dates.moment(notice.raisedAt()) + ", again " + dates.time(notice.toldAt())
        : "told " + dates.time(notice.raisedAt());
  }

  /** Whoever answered before this place asked again is still whom to ask for. */
  private static String answered(Notice notice, Dates dates) {
    return notice
        .acknowledged()
        .map(one -> one.name() + " answered " + dates.time(one.at()) + ":")
        .or(() ->
            notice
                .before()
                .map(one -> one.name() + " answered " + dates.time(one.at()) + ", before that:"))
        .orElse("");
  }

  /** True of a restricted child as of one whom nobody knows: it names nobody. */
  static List<String> words(Given given) {
    var words = new ArrayList<String>();
    if (given.presence() == Presence.PLANNED) {
      words.add("Nobody was told: this is planned care. Your look is kept in the record.");
      return words;
    }
    switch (given.answer()) {
      case Answer.NotMatched unused -> {
        words.add("Nobody was told: we do not know whom this is about.");
        words.add("Your try is kept in the record.");
      }
      case Answer.Ambiguous(Optional<Contact> perhaps) ->
          words.add(
              perhaps.isPresent() ? "Your check is kept in the record." : "Nobody was told yet.");
      case Answer.TooManyChildren unused -> words.add("Your try is kept in the record.");
      case Answer.NothingHeld unused -> nothingHeld(given, words);
      case Answer.SourceLate unused -> nothingHeld(given, words);
      case Answer.NotOpen unused -> nothingHeld(given, words);
      case Answer.Held unused -> {}
      case Answer.HeldBySeveral unused -> {}
    }
    return words;
  }

  private static void nothingHeld(Given given, List<String> words) {
    words.add("This answer names nobody who was told. Your check is kept.");
    if (given.presence() == Presence.HERE) {
      words.add("This visit will stand in the child’s history for the next person who asks.");
    }
  }

  /** A system is named by its agency, which need not be said twice. */
  private static String who(Answer.Asking one) {
    String agency = one.name().endsWith(one.agency()) ? "" : one.agency();
    return Stream.of(one.name(), one.role(), agency)
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(", "));
  }

  static List<AnswerPage.Line> askedBefore(Answer.Findings findings, Dates dates) {
    return findings.askedBefore().stream()
        .map(one ->
            new AnswerPage.Line(
                one.you() ? "You" : "",
                one.you() ? one.agency() : who(one),
                dates.moment(one.at())))
        .toList();
  }
}
