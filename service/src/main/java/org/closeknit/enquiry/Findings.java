package org.closeknit.enquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Terms;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Kept;
import org.closeknit.attendance.Visit;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.plan.Plans;
import org.closeknit.plan.Status;
import org.closeknit.plan.StatusKind;
import org.closeknit.plan.Statuses;
import org.springframework.stereotype.Component;

/** Puts an answer together from what a permit opens. */
@Component
class Findings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Plans plans;
  private final Attendances attendances;
  private final Accesses accesses;
  private final CheckSettings settings;

  Findings(Plans plans, Attendances attendances, Accesses accesses, CheckSettings settings) {
    this.plans = plans;
    this.attendances = attendances;
    this.accesses = accesses;
    this.settings = settings;
  }

  /** What is known when nobody knows the child, or nothing of it is open. */
  Answer nothing(Asking asking) {
    List<Answer.Source> sources = sources(asking);
    if (sources.isEmpty()) {
      return new Answer.NotOpen();
    }
    List<Answer.Source> late = late(asking, sources);
    return late.isEmpty() ? new Answer.NothingHeld(sources) : new Answer.SourceLate(late, sources);
  }

  /** The same as of what is read of the child now. */
  Answer of(Asking asking, Permit permit, List<ChildRecords> perhaps) {
    return of(asking, permit, plans.of(permit.everyRecord()), perhaps);
  }

  /**
   * What is held of a child. While a council has restricted its record the permit opens none of the
   * others', and the answer is that of a child of whom nothing is held.
   */
  Answer of(Asking asking, Permit permit, Statuses statuses, List<ChildRecords> perhaps) {
    List<Holding> holdings = holdings(asking, statuses.read(permit));
    Optional<Contact> mayBeAnother =
        perhaps.isEmpty() || asking.sealed(permit.everyRecord())
            ? Optional.empty()
            : Optional.of(whomToCall(asking, perhaps));
    if (holdings.isEmpty()) {
      return mayBeAnother.isPresent() ? new Answer.Ambiguous(mayBeAnother) : nothing(asking);
    }
    var findings =
        new Answer.Findings(
            holdings,
            askedBefore(asking, permit.everyRecord()),
            visits(asking, permit),
            late(asking, sources(asking)),
            mayBeAnother);
    long councils = holdings.stream().map(Holding::council).distinct().count();
    return councils > 1 ? new Answer.HeldBySeveral(findings) : new Answer.Held(findings);
  }

  /**
   * One asking, with what holds for all of it.
   *
   * @param again the check whose answer is shown again; absent while one is made
   */
  record Asking(Question question, Instant at, Terms terms, Optional<KeptQuestion> again) {
    LocalDate today() {
      return LocalDate.ofInstant(at, LONDON);
    }

    /** Others hear of a check, but of no silent one, and of none a second time. */
    boolean tells() {
      return !question.presence().silent() && again.isEmpty();
    }

    String outcome(String words) {
      return again.isPresent() ? words + ", shown again" : words;
    }

    /** The stay in which somebody asks is no visit before it, whoever there asked first. */
    boolean during(Visit visit) {
      Instant asked = again.map(KeptQuestion::at).orElse(at);
      return question.presence() == Presence.HERE
          && visit.isStillGoingOn(
              question.asker().agency().id(), LocalDateTime.ofInstant(asked, LONDON));
    }

    boolean sealed(ChildRecords child) {
      return terms.sealed(child);
    }

    Agency agency(AgencyId id) {
      return terms.agency(id);
    }
  }

  private List<Holding> holdings(Asking asking, List<Status> statuses) {
    return statuses.stream()
        .filter(status -> status.tellsOn(asking.today()))
        .filter(Findings::shown)
        .map(status -> holding(asking, status))
        .sorted(Comparator.comparing(Holding::current).reversed())
        .toList();
  }

  /** A child in need has help that is no plan; the check does not tell of it. */
  private static boolean shown(Status status) {
    return status.kind() != StatusKind.CIN;
  }

  private static Holding holding(Asking asking, Status status) {
    Agency council = asking.agency(status.agency());
    return new Holding(
        council.id(),
        status.kind(),
        status.start(),
        status.end(),
        status.on(asking.today()) == Status.State.CURRENT,
        status.expectedBirthDate(),
        new Contact(
            council.name(),
            either(status.officePhone(), council.officePhone()),
            council.officeHours(),
            either(status.emergencyPhone(), council.emergencyPhone())));
  }

  private List<Answer.Asking> askedBefore(Asking asking, ChildRecords child) {
    return accesses.shown(child, Accesses.author(asking.question().asker()));
  }

  private List<Answer.EarlierVisit> visits(Asking asking, Permit permit) {
    return attendances.read(permit).stream()
        .filter(visit -> visit.unplanned() && visit.kept() == Kept.YES)
        .filter(visit -> !asking.during(visit))
        .map(visit -> visit(asking, visit))
        .toList();
  }

  private static Answer.EarlierVisit visit(Asking asking, Visit visit) {
    Agency place = asking.agency(visit.agency());
    return new Answer.EarlierVisit(
        visit.arrived(),
        place.name(),
        place.kind() == Kind.HOSPITAL ? "hospital" : "health",
        visit.reason());
  }

  /**
   * The councils that share statuses with the asker: what they last sent bears on every answer,
   * whether or not they know this child.
   */
  private List<Answer.Source> sources(Asking asking) {
    Map<AgencyId, Instant> heard = plans.lastHeard();
    return asking.terms().councilsShowing(Item.STATUSES).stream()
        .map(agency ->
            new Answer.Source(
                agency.id(), contact(agency), Optional.ofNullable(heard.get(agency.id()))))
        .toList();
  }

  private List<Answer.Source> late(Asking asking, List<Answer.Source> sources) {
    return sources.stream()
        .filter(source ->
            source
                .heard()
                .map(at -> at.plus(settings.lateAfter(source.council())).isBefore(asking.at()))
                .orElse(true))
        .toList();
  }

  /** The council that keeps the other record, or the number for those who get no answer. */
  Contact whomToCall(Asking asking, List<ChildRecords> perhaps) {
    return perhaps.stream()
        .flatMap(child -> child.records().stream())
        .map(AgencyRecord::keeper)
        .map(asking::agency)
        .filter(agency -> agency.kind() == Kind.COUNCIL)
        .findFirst()
        .map(Findings::contact)
        .orElseGet(() -> new Contact("The duty desk", "", "", settings.noAnswerPhone()));
  }

  private static Contact contact(Agency agency) {
    return new Contact(
        agency.name(), agency.officePhone(), agency.officeHours(), agency.emergencyPhone());
  }

  private static String either(String own, String agencys) {
    return own.isBlank() ? agencys : own;
  }
}
