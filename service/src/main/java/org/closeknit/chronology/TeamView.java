package org.closeknit.chronology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.enquiry.Contact;
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

  /** Whom to call: who leads, and the desk; out of hours the desk that answers then comes first. */
  List<ChildView.Member> answering(List<Involvement> seen) {
    Optional<Involvement> lead = team.leading().stream().filter(seen::contains).findFirst();
    return lead.map(one -> answering(member(one, false), agency(one))).orElse(List.of());
  }

  private List<ChildView.Member> answering(ChildView.Member lead, Agency council) {
    var answering = new ArrayList<ChildView.Member>();
    Contact.Line line = contact(council).answering(dates.now());
    desk(council, line.words(), line.phone()).ifPresent(answering::add);
    answering.add(line.outOfHours() ? answering.size() : 0, lead);
    boolean hoursAreKnown = !line.otherPhone().isBlank();
    desk(
            council,
            hoursAreKnown ? sentence(line.otherwise()) : "Office",
            hoursAreKnown ? line.otherPhone() : council.officePhone())
        .filter(other -> !other.phone().equals(line.phone()))
        .ifPresent(answering::add);
    return answering;
  }

  private static Contact contact(Agency council) {
    return new Contact(
        council.name(), council.officePhone(), council.officeHours(), council.emergencyPhone());
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1) + ".";
  }

  /** The desks of councils, whether or not they know the child: to name one tells nothing of it. */
  static List<ChildView.Member> desks(List<Agency> councils) {
    return councils.stream()
        .flatMap(one -> desk(one, "Office, " + one.officeHours(), one.officePhone()).stream())
        .toList();
  }

  private static Optional<ChildView.Member> desk(Agency council, String when, String phone) {
    return phone.isBlank()
        ? Optional.empty()
        : Optional.of(
            new ChildView.Member(
                council.name() + ", duty desk",
                when,
                HistoryView.signOf(council),
                phone,
                "",
                "",
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
