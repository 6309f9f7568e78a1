package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.pages.Dates;

/** The people around a child in the words of the page: the lead first, then by agency. Pure. */
final class TeamView {
  private final Directory agencies;
  private final Dates dates;
  private final Team team;

  TeamView(Directory agencies, Dates dates, Team team) {
    this.agencies = agencies;
    this.dates = dates;
    this.team = team;
  }

  List<ChildView.Member> members(List<Involvement> seen, boolean mayConfirm) {
    List<Involvement> leading = team.leading();
    return seen.stream()
        .sorted(
            Comparator.comparing((Involvement one) -> !leading.contains(one))
                .thenComparing(one -> agency(one).name())
                .thenComparing(Involvement::workerName))
        .map(one -> member(one, mayConfirm))
        .toList();
  }

  /** Whom to call now: who leads, and then the council's desk. */
  List<ChildView.Member> answering(List<Involvement> seen) {
    var answering = new ArrayList<ChildView.Member>();
    Optional<Involvement> lead = team.leading().stream().filter(seen::contains).findFirst();
    lead.ifPresent(one -> {
      Agency council = agency(one);
      answering.add(member(one, false));
      desk(council, "Office", council.officePhone(), council.officeHours())
          .ifPresent(answering::add);
      desk(council, "Nights and weekends", council.emergencyPhone(), "").ifPresent(answering::add);
    });
    return answering;
  }

  /** The desks of councils, whether or not they know the child: to name one tells nothing of it. */
  static List<ChildView.Member> desks(List<Agency> councils) {
    return councils.stream()
        .flatMap(one -> desk(one, "Office", one.officePhone(), one.officeHours()).stream())
        .toList();
  }

  private static Optional<ChildView.Member> desk(
      Agency council, String when, String phone, String hours) {
    return phone.isBlank()
        ? Optional.empty()
        : Optional.of(
            new ChildView.Member(
                council.name() + ", duty desk",
                when,
                HistoryView.signOf(council),
                phone,
                "",
                hours,
                Optional.empty()));
  }

  private ChildView.Member member(Involvement one, boolean mayConfirm) {
    Agency agency = agency(one);
    boolean waits = team.waits(one);
    return new ChildView.Member(
        one.workerName(),
        one.role() + ", " + agency.name() + (one.team().isBlank() ? "" : ", " + one.team()),
        HistoryView.signOf(agency),
        one.phone(),
        one.email(),
        "since " + dates.day(one.from()) + (waits ? ". Not confirmed yet" : ""),
        waits && mayConfirm ? Optional.of(one.id()) : Optional.empty());
  }

  private Agency agency(Involvement one) {
    return agencies.get(one.agency());
  }
}
