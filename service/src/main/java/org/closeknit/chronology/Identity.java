package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.closeknit.agency.Directory;
import org.closeknit.child.Child;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Tag;
import org.closeknit.person.PartialDate;
import org.closeknit.plan.Status;
import org.closeknit.plan.StatusKind;

/** What stands beside a child's name: birth date, numbers, languages, and the statuses. Pure. */
final class Identity {
  private Identity() {}

  static List<Fact> facts(Child child, Dates dates) {
    var facts = new ArrayList<Fact>();
    facts.add(born(child, dates));
    child
        .chiNumber()
        .ifPresent(chi -> facts.add(new Fact("CHI number", Numbers.chi(chi.digits()))));
    child
        .nhsNumber()
        .ifPresent(nhs -> facts.add(new Fact("NHS number", Numbers.nhs(nhs.digits()))));
    if (child.chiNumber().isEmpty() && child.nhsNumber().isEmpty()) {
      facts.add(Fact.missing("NHS or CHI number", "not known yet"));
    }
    if (!child.languages().isEmpty()) {
      facts.add(Fact.plain("Speaks", String.join(", ", child.languages())));
    }
    return facts;
  }

  private static Fact born(Child child, Dates dates) {
    if (child.birthDate().isPresent()) {
      PartialDate born = child.birthDate().get();
      return new Fact(
          "Born",
          dates.partial(born.iso()).lead(),
          born.isDay() ? "(" + dates.age(born.earliest()) + ")" : "");
    }
    return child
        .expectedBirthDate()
        .map(due -> new Fact("Due about", dates.partial(due.iso()).lead()))
        .orElse(Fact.missing("Born", "not known yet"));
  }

  /** Current ones first, each with its council and since when. */
  static List<ChildView.StatusLine> statuses(
      List<Status> statuses, Directory agencies, Dates dates) {
    var lines = new ArrayList<ChildView.StatusLine>();
    for (Status.State state :
        List.of(
            Status.State.CURRENT,
            Status.State.NOT_BEGUN,
            Status.State.ENDED_WITHIN_12_MONTHS,
            Status.State.ENDED_LONGER_AGO)) {
      statuses.stream()
          .filter(status -> status.on(dates.today()) == state)
          .forEach(status -> lines.add(line(status, state, agencies, dates)));
    }
    return lines;
  }

  private static ChildView.StatusLine line(
      Status status, Status.State state, Directory agencies, Dates dates) {
    String council = agencies.get(status.agency()).name();
    String since = dates.partial(status.start().iso()).lead();
    String category = status.category().isBlank() ? "" : status.category() + ", ";
    String words =
        switch (state) {
          case CURRENT -> category + "since " + since + ". " + council;
          case NOT_BEGUN -> category + "begins " + since + ". " + council;
          case ENDED_WITHIN_12_MONTHS, ENDED_LONGER_AGO ->
              category
                  + since
                  + " to "
                  + status.end().map(end -> dates.partial(end.iso()).lead()).orElse("")
                  + ". "
                  + council;
        };
    Tag look =
        switch (state) {
          case CURRENT -> status.kind() == StatusKind.CIN ? Tag.OTHER : Tag.CURRENT;
          case NOT_BEGUN -> Tag.QUIET;
          case ENDED_WITHIN_12_MONTHS, ENDED_LONGER_AGO -> Tag.ENDED;
        };
    String name = status.kind().words();
    return new ChildView.StatusLine(
        name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1), look, words);
  }
}
