package org.closeknit.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Team;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who may open what. Each decision writes its audit entry in the
 * caller's transaction.
 */
@Component
public class Access {
  private final Standings standings;
  private final CaseTeams teams;
  private final Audit audit;
  private final Openings openings;
  private final Wall wall;

  Access(Standings standings, CaseTeams teams, Audit audit, Openings openings, Wall wall) {
    this.standings = standings;
    this.teams = teams;
    this.audit = audit;
    this.openings = openings;
    this.wall = wall;
  }

  /**
   * Opens a child for one who works with it, answers for it, or reads it for their agency's
   * machine.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Decision open(Asker asker, ChildRecords child, Purpose purpose) {
    When now = now();
    Who who = standings.of(asker, child, purpose, now);
    Opening opening = Decide.of(who, child, now);
    Optional<Decision.Reason> reason = whyNot(asker, child, who.relation(), opening);
    // That an adoption team looked would tell others who read the list that the child was adopted.
    boolean silent = purpose == Purpose.ADOPTION;
    Purpose why = who.purpose();
    if (reason.isPresent()) {
      List<RecordId> own = ids(child.keptBy(asker.agency().id()));
      String refused = "refused: " + reason.get();
      write(asker, "opened a child", why, refused, child, own, silent);
      return new Decision.Refused(reason.get());
    }
    write(asker, "opened a child", why, "allowed", child, opening.recordIds(), silent);
    if (who.relation().worksWith() && opening.opensOthersThan(asker.agency().id())) {
      openings.tellOfFirst(asker, child, now.at());
    }
    return new Decision.Allowed(given(new Permit(asker, child, who, now, opening)));
  }

  /** The rules that hold for an agency now, in sentences. */
  public List<Section> rules(AgencyId agency) {
    When now = now();
    return InWords.of(now.net().agency(agency), now);
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
    if (!terms.areOf(asker)) {
      throw new IllegalArgumentException("the terms are another agency's");
    }
    Who who = Who.of(asker, Purpose.HEALTH_CHECK, Relation.CARE, Set.of());
    Opening opening = Decide.of(who, child, terms.when());
    List<RecordId> about = Stream.concat(child.ids().stream(), beside.stream()).toList();
    write(asker, "asked the health check", Purpose.HEALTH_CHECK, outcome, child, about, silent);
    return given(new Permit(asker, child, who, terms.when(), opening));
  }

  private Permit given(Permit permit) {
    wall.open(List.of(permit));
    return permit;
  }

  /** What holds for whoever asks, to be read once for all that one asking looks at. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Terms terms(Asker asker) {
    return new Terms(asker.agency(), now());
  }

  /** What holds for an agency, whoever of it asks. */
  public Terms terms(AgencyId agency) {
    When now = now();
    return new Terms(now.net().agency(agency), now);
  }

  /**
   * Opens many children for a list that shows who they are; those that the asker may not see are
   * left out.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Permit> list(
      Asker asker, List<ChildRecords> children, Purpose purpose, String action) {
    When now = now();
    var permits = new ArrayList<Permit>();
    var shown = new ArrayList<RecordId>();
    standings
        .of(asker, children, purpose)
        .forEach((child, who) -> {
          Opening opening = Decide.of(who, child, now);
          if (!opening.isEmpty()) {
            permits.add(new Permit(asker, child, who, now, opening));
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
    wall.open(permits);
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
    When now = now();
    standings
        .of(asker, children, purpose)
        .forEach((child, who) -> shown.put(child.child(), listed(Decide.of(who, child, now))));
    return shown;
  }

  private static Set<RecordId> listed(Opening opening) {
    return opening.of(Item.PEOPLE).stream()
        .map(AgencyRecord::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those who work with a child, as the asker's agency may know it. */
  public Team team(ChildRecords child, Asker asker) {
    return standings.team(child, asker);
  }

  /** The same of many children, by two questions to the database. */
  public Map<ChildId, Team> teams(List<ChildRecords> children, Asker asker) {
    return standings.teams(children, asker);
  }

  /** Whether somebody answers at their council's desk for all its children. */
  public boolean answersForCouncil(Asker.Worker worker) {
    return Relations.isDesk(worker);
  }

  /**
   * For what a data steward looks at people who may be one; for nothing where they may not.
   *
   * @param covers whether their council decides for agencies that have nobody
   */
  public Optional<Purpose> review(
      Asker.Worker worker, ChildRecords people, BooleanSupplier covers) {
    if (worker.role() != Role.DATA_STEWARD || Seal.hides(people, worker.agency().id())) {
      return Optional.empty();
    }
    if (!people.keptBy(worker.agency().id()).isEmpty()) {
      return Optional.of(Purpose.MATCH_REVIEW);
    }
    return covers.getAsBoolean() ? Optional.of(Purpose.MATCH_COVER) : Optional.empty();
  }

  /** Whether somebody may confirm one of a team: whose work is open to them, and not their own. */
  public boolean mayConfirm(Asker.Worker worker, Permit permit, Team team, Involvement one) {
    return mayConfirm(worker, team)
        && !one.confirmed()
        && permit.opens(Item.INVOLVEMENTS, one.record(), one.handling())
        && !Relations.own(worker, team).contains(one);
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
    // No number stands in the way of an emergency.
    if (asker instanceof Asker.Worker
        && relation != Relation.EMERGENCY
        && tooMany(asker, child.child(), asker.dailyChildren())) {
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
    return openings.tooMany(asker, child, daily, standings.today());
  }

  /** How many children count against an asker's daily number by now. */
  public int countedToday(Asker asker) {
    return openings.counted(asker, standings.today());
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

  private When now() {
    return standings.now();
  }
}
