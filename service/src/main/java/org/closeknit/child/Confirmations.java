package org.closeknit.child;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.Access;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Staff;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Confirmation;
import org.closeknit.caseteam.Involvement;
import org.closeknit.match.People;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notices;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.person.RecordMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks again at who was confirmed for a child whose records were joined or parted. It is done
 * before the joining commits, so that nobody sees another child by it even for a moment.
 */
@Component
class Confirmations {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final People people;
  private final CaseTeams teams;
  private final Agencies agencies;
  private final Notices notices;
  private final Access access;
  private final InstantSource clock;

  Confirmations(
      People people,
      CaseTeams teams,
      Agencies agencies,
      Notices notices,
      Access access,
      InstantSource clock) {
    this.people = people;
    this.teams = teams;
    this.agencies = agencies;
    this.notices = notices;
    this.access = access;
    this.clock = clock;
  }

  /** The moves of one transaction are looked at together, once all of them stand. */
  private final class Moves implements TransactionSynchronization {
    private final List<RecordMoved> all = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      lookAgain(all);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Confirmations.this);
    }
  }

  @EventListener
  void on(RecordMoved moved) {
    if (TransactionSynchronizationManager.getResource(this) instanceof Moves moves) {
      moves.all.add(moved);
      return;
    }
    var moves = new Moves();
    moves.all.add(moved);
    TransactionSynchronizationManager.bindResource(this, moves);
    TransactionSynchronizationManager.registerSynchronization(moves);
  }

  private void lookAgain(List<RecordMoved> moves) {
    var before = new HashMap<RecordId, ChildId>();
    moves.forEach(moved -> before.putIfAbsent(moved.record(), moved.from()));
    Map<ChildId, ChildRecords> touched = new LinkedHashMap<>();
    for (RecordMoved moved : moves) {
      people.behind(moved.record()).ifPresent(child -> touched.put(child.child(), child));
      people.child(moved.from()).ifPresent(child -> touched.put(child.child(), child));
    }
    List<ChildRecords> children = List.copyOf(touched.values());
    for (ChildRecords child : children) {
      lookAgain(new Change(child, before, moves.getLast().decidedBy()), children);
    }
  }

  private void lookAgain(Change change, List<ChildRecords> touched) {
    for (Confirmation confirmation : teams.confirmed(change.now(), today())) {
      if (change.undoes(confirmation.involvement(), confirmation.by())) {
        teams.unconfirm(confirmation.involvement().id());
        tell(confirmation.by(), confirmation.involvement(), touched);
      }
    }
  }

  /** Whoever confirmed it is told of the child that they know, wherever the worker's record is. */
  private void tell(AgencyId council, Involvement involvement, List<ChildRecords> touched) {
    touched.stream()
        .filter(child -> !child.keptBy(council).isEmpty())
        .findFirst()
        .ifPresent(child -> notices.raise(notice(council, involvement, child)));
  }

  private NewNotice notice(AgencyId council, Involvement involvement, ChildRecords child) {
    Optional<Staff> lead =
        teams.lead(child, today()).filter(staff -> staff.agency().equals(council));
    boolean named =
        access.terms(council).handlingAllows(involvement.agency(), involvement.handling());
    return new NewNotice(
        "data",
        "confirmation fell " + involvement.id(),
        child,
        child.keptBy(council).stream().map(AgencyRecord::id).findFirst(),
        council,
        lead.map(Staff::id).stream().toList(),
        lead.isEmpty(),
        "Records of {child} were joined or parted: look again whether {who} works with this child",
        Map.of(
            "who", named ? involvement.workerName() : "a worker",
            "role", named ? involvement.role() : "",
            "place", agencies.get(involvement.agency()).name()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }
}
