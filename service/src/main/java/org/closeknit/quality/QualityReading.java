package org.closeknit.quality;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.person.AgencyId;
import org.closeknit.submission.Sendings;
import org.closeknit.submission.Sendings.Unmended;
import org.closeknit.submission.SubmissionKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in plain words how well what an agency sends can be used. */
@Component
class QualityReading {
  private static final int MONTHS = 12;
  private static final int REASONS = 8;

  private final Agencies agencies;
  private final Measuring measuring;
  private final Days days;
  private final Sendings sendings;
  private final NotFound notFound;
  private final InstantSource clock;

  QualityReading(
      Agencies agencies,
      Measuring measuring,
      Days days,
      Sendings sendings,
      NotFound notFound,
      InstantSource clock) {
    this.agencies = agencies;
    this.measuring = measuring;
    this.days = days;
    this.sendings = sendings;
    this.notFound = notFound;
    this.clock = clock;
  }

  /**
   * @param page of those whom a check does not find, from 1
   */
  @Transactional(readOnly = true)
  public QualityView of(Asker.Worker reader, AgencyId id, int page) {
    Instant now = clock.instant();
    Agency agency = agencies.get(id);
    boolean own = id.equals(reader.agency().id());
    Figures figures = measuring.of(agency);
    Map<SubmissionKind, List<Instant>> times = sendings.times(id);
    List<Month> months = months(id, figures, now);
    return new QualityView(
        agency.name(),
        standing(agency, figures, months),
        gap(agency, figures),
        facts(figures, times, now),
        Wording.measured(agency.kind()),
        Chart.wide(months.stream().map(Month::charted).toList()),
        Chart.narrow(months.stream().map(Month::charted).toList()),
        months.stream().map(Month::row).toList(),
        months.stream().anyMatch(month -> month.share().isPresent()),
        reasons(figures.refused(), own),
        "30 days",
        kinds(times, now),
        own && reader.role() == Role.DATA_STEWARD
            ? Optional.of(notFound.page(agency, figures, page))
            : Optional.empty(),
        reader.role() == Role.ADMINISTRATOR ? others(id) : List.of());
  }

  /** This month as it stands now; the months before as they ended. */
  private List<Month> months(AgencyId agency, Figures figures, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Measuring.LONDON);
    YearMonth last = YearMonth.from(today);
    YearMonth first = last.minusMonths(MONTHS - 1);
    var measured = new HashMap<YearMonth, Days.Day>();
    days.months(agency, first.atDay(1))
        .forEach(day -> measured.put(YearMonth.from(day.day()), day));
    measured.put(last, Days.Day.of(today, figures));
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(month -> Month.of(month, Optional.ofNullable(measured.get(month))))
        .toList();
  }

  private static String standing(Agency agency, Figures figures, List<Month> months) {
    if (figures.share().isEmpty()) {
      return "";
    }
    boolean above = figures.share().get() >= Figures.NEEDED;
    int since = 0;
    for (Month month : months.reversed()) {
      if (month.share().map(share -> share >= Figures.NEEDED != above).orElse(true)) {
        break;
      }
      since++;
    }
    return Wording.standing(agency.kind(), above, since);
  }

  private static String gap(Agency agency, Figures figures) {
    return figures.people() == 0 ? "" : Wording.gap(agency.kind(), figures.notFound());
  }

  private List<Fact> facts(Figures figures, Map<SubmissionKind, List<Instant>> times, Instant now) {
    var facts = new ArrayList<Fact>();
    figures
        .share()
        .ifPresent(share -> facts.add(new Fact("found by number", Chart.percent(share))));
    times.values().stream()
        .map(List::getFirst)
        .max(Comparator.naturalOrder())
        .ifPresent(last -> facts.add(new Fact("since the last file", Wording.since(last, now))));
    if (figures.children() > 0) {
      facts.add(
          new Fact(
              "of " + Numbers.count(figures.children(), "child", "children") + " without a number",
              Numbers.count(figures.numberless())));
    }
    facts.add(new Fact("with a replaced number", Numbers.count(figures.replaced())));
    facts.add(new Fact("refused and not mended", Numbers.count(figures.refused().size())));
    return facts;
  }

  private static List<QualityView.Reason> reasons(List<Unmended> refused, boolean own) {
    var byWords = new LinkedHashMap<String, List<Unmended>>();
    refused.forEach(
        one -> byWords.computeIfAbsent(one.reason(), words -> new ArrayList<>()).add(one));
    int most = byWords.values().stream().mapToInt(List::size).max().orElse(1);
    return byWords.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<Unmended>> one) -> -one.getValue().size()))
        .limit(REASONS)
        .map(one ->
            new QualityView.Reason(
                one.getKey(),
                one.getValue().size(),
                Math.max(2, 100L * one.getValue().size() / most),
                own ? "/submissions/" + one.getValue().getFirst().submission() : ""))
        .toList();
  }

  private List<QualityView.Kind> kinds(Map<SubmissionKind, List<Instant>> times, Instant now) {
    var dates = new Dates(now);
    return Arrays.stream(SubmissionKind.values())
        .map(kind -> {
          List<Instant> came = times.getOrDefault(kind, List.of());
          return new QualityView.Kind(
              Wording.kind(kind),
              came.isEmpty() ? "never sent" : dates.moment(came.getFirst()),
              Freshness.late(came, now));
        })
        .toList();
  }

  private List<QualityView.Agency> others(AgencyId shown) {
    return agencies.all().stream()
        .filter(agency -> !agency.id().equals(shown))
        .map(agency -> new QualityView.Agency(agency.name(), "/quality/" + agency.id()))
        .toList();
  }
}
