package org.closeknit.access;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreements;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Team;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who may open what. Each decision writes its audit entry in the
 * caller's transaction.
 */
@Component
public class Access {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Agreements agreements;
  private final CaseTeams teams;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Access(
      Agreements agreements,
      CaseTeams teams,
      Audit audit,
      JdbcClient jdbc,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.teams = teams;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Opens a child for one who works with it, answers for it, or reads it for their agency's
   * machine.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Decision open(Asker asker, ChildRecords child, Purpose purpose) {
    Agreed agreed = agreements.now();
    Decide decide = rules(agreed);
    Team team = teams.team(child, asker.agency().id(), today());
    Standing standing = relations(agreed).of(asker, child, purpose, team);
    Opening opening = decide.opening(asker, child, purpose, standing);
    Optional<Decision.Reason> reason = whyNot(asker, child, standing.relation(), opening);
    // That an adoption team looked would tell others who read the list that the child was adopted.
    boolean silent = purpose == Purpose.ADOPTION;
    if (reason.isPresent()) {
      List<RecordId> own = ids(child.keptBy(asker.agency().id()));
      String refused = "refused: " + reason.get();
      write(asker, "opened a child", purpose, refused, child, own, silent);
      return new Decision.Refused(reason.get());
    }
    write(asker, "opened a child", purpose, "allowed", child, opening.recordIds(), silent);
    if (standing.relation().worksWith() && opening.opensOthersThan(asker.agency().id())) {
      tellOfFirstOpening(asker, child);
    }
    return new Decision.Allowed(new Permit(asker, child, purpose, today(), opening, decide));
  }

  /** Somebody asked for a child that is not there: kept as any other refusal. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Decision refuseUnknown(Asker asker, Purpose purpose) {
    audit.write(
        new Entry(
            asker,
            "opened a child",
            purpose.words(),
            "refused: NOT_THERE",
            Optional.empty(),
            List.of(),
            false,
            ""));
    return new Decision.Refused(Decision.Reason.NO_RELATION_TO_THE_CHILD);
  }

  /**
   * Opens what an enquiry may tell. A silent one, for planned care, is kept and shown to no one but
   * governance.
   *
   * @param beside records of others whom the same question fits: one entry is kept about all, so
   *     that the asker's own log does not tell how many there are
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Permit check(
      Asker asker,
      ChildRecords child,
      List<RecordId> beside,
      boolean silent,
      String outcome,
      Terms terms) {
    if (!terms.areOf(asker.agency().id())) {
      throw new IllegalArgumentException("the terms are another agency's");
    }
    Opening opening =
        terms
            .rules()
            .opening(
                asker,
                child,
                Purpose.HEALTH_CHECK,
                new Standing(Relation.CARE, terms.agreements(), List.of()));
    List<RecordId> about = Stream.concat(child.ids().stream(), beside.stream()).toList();
    write(asker, "asked the health check", Purpose.HEALTH_CHECK, outcome, child, about, silent);
    return new Permit(asker, child, Purpose.HEALTH_CHECK, today(), opening, terms.rules());
  }

  /** What holds for whoever asks, to be read once for all that one asking looks at. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Terms terms(Asker asker) {
    AgencyId agency = asker.agency().id();
    Agreed agreed = agreements.now();
    return new Terms(agency, agreed.directory(), agreed.of(agency, today()));
  }

  /**
   * Opens many children for a list that shows who they are; those that the asker may not see are
   * left out.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Permit> list(
      Asker asker, List<ChildRecords> children, Purpose purpose, String action) {
    Agreed agreed = agreements.now();
    Decide decide = rules(agreed);
    var permits = new ArrayList<Permit>();
    var shown = new ArrayList<RecordId>();
    openings(asker, children, purpose, agreed)
        .forEach((child, opening) -> {
          if (!opening.isEmpty()) {
            permits.add(new Permit(asker, child, purpose, today(), opening, decide));
            shown.addAll(opening.recordIds());
          }
        });
    audit.write(
        new Entry(
            asker,
            action,
            purpose.words(),
            "allowed",
            Optional.empty(),
            shown,
            false,
            permits.size() + " listed"));
    return permits;
  }

  /**
   * Of each child the records that a list would show, for whoever looks for a child by those alone.
   * It opens nothing, and is written down when the list is.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<ChildId, Set<RecordId>> wouldShow(
      Asker asker, List<ChildRecords> children, Purpose purpose) {
    var shown = new LinkedHashMap<ChildId, Set<RecordId>>();
    openings(asker, children, purpose, agreements.now())
        .forEach((child, opening) ->
            shown.put(
                child.child(),
                opening.records().getOrDefault(Item.PEOPLE, Set.of()).stream()
                    .map(AgencyRecord::id)
                    .collect(Collectors.toUnmodifiableSet())));
    return shown;
  }

  private Map<ChildRecords, Opening> openings(
      Asker asker, List<ChildRecords> children, Purpose purpose, Agreed agreed) {
    Map<ChildId, Team> teamOf = teams.teams(children, asker.agency().id(), today());
    return relations(agreed).openings(asker, children, purpose, teamOf, rules(agreed));
  }

  /** Who may confirm: the lead professional, and the duty desks of the councils that confirm. */
  public boolean mayConfirm(Asker.Worker worker, Team team) {
    return (Relations.isDesk(worker) && team.confirming().contains(worker.agency().id()))
        || teams.lead(team).filter(worker.staff()::equals).isPresent();
  }

  private Optional<Decision.Reason> whyNot(
      Asker asker, ChildRecords child, Relation relation, Opening opening) {
    if (relation == Relation.NONE) {
      return Optional.of(Decision.Reason.NO_RELATION_TO_THE_CHILD);
    }
    if (opening.isEmpty()) {
      return Optional.of(Decision.Reason.NOTHING_IS_SHARED);
    }
    if (asker instanceof Asker.Worker
        && tooMany(asker, child.child(), asker.agency().dailyChildren())) {
      return Optional.of(Decision.Reason.TOO_MANY_CHILDREN_TODAY);
    }
    return Optional.empty();
  }

  /**
   * Counts a child once a day for each asker; true when this one is beyond the daily number. One
   * asker's openings follow each other, so that two at once cannot both take the last place.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tooMany(Asker asker, ChildId child, int daily) {
    return jdbc.sql("select opened_too_many(?, ?, ?, ?)")
        .params(asker.actor(), today(), child.value(), daily)
        .query(Boolean.class)
        .single();
  }

  /** How many children count against an asker's daily number by now. */
  public int countedToday(Asker asker) {
    return jdbc.sql("select count(*) from child_opened where actor = ? and day = ?")
        .params(asker.actor(), today())
        .query(Integer.class)
        .single();
  }

  private void tellOfFirstOpening(Asker asker, ChildRecords child) {
    int first =
        jdbc.sql(
                "insert into first_opening (actor, child_id, at) values (?, ?, ?) on conflict do nothing")
            .params(asker.actor(), child.child().value(), Timestamp.from(clock.instant()))
            .update();
    if (first == 1) {
      events.publishEvent(new ChildFirstOpened(asker, child, clock.instant()));
    }
  }

  private void write(
      Asker asker,
      String action,
      Purpose purpose,
      String outcome,
      ChildRecords child,
      List<RecordId> about,
      boolean silent) {
    audit.write(
        new Entry(
            asker,
            action,
            purpose.words(),
            outcome,
            Optional.of(child.child()),
            about,
            silent,
            ""));
  }

  private static List<RecordId> ids(List<AgencyRecord> records) {
    return records.stream().map(AgencyRecord::id).toList();
  }

  private static Decide rules(Agreed agreed) {
    return new Decide(
        agreed.directory().byId().values().stream()
            .collect(Collectors.toMap(Agency::id, Agency::kind)));
  }

  private Relations relations(Agreed agreed) {
    LocalDate today = today();
    return new Relations(agency -> agreed.of(agency, today));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }
}
