package org.closeknit.match;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about who is whom, and what follows from it. Each decision stands until it is
 * undone, and is undone exactly. Who may decide what is for the caller to say.
 */
@Component
public class Decisions {
  private final Pairs pairs;
  private final Ties ties;
  private final Records records;
  private final Groups groups;
  private final Minutes minutes;
  private final InstantSource clock;

  Decisions(
      Pairs pairs,
      Ties ties,
      Records records,
      Groups groups,
      Minutes minutes,
      InstantSource clock) {
    this.pairs = pairs;
    this.ties = ties;
    this.records = records;
    this.groups = groups;
    this.minutes = minutes;
    this.clock = clock;
  }

  /** Decisions follow each other: what is read after this stays so until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin() {
    records.lock();
  }

  /** Whether a join would go against a decision that keeps two records apart. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean wouldJoinWhatIsKeptApart(Pair pair) {
    return groups.around(pair.both()).linked(link(pair)).broken().isPresent();
  }

  /** Notes what joins and parts nobody: a proposal, or that somebody could not tell. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID note(
      Asker.Worker worker, Pair pair, ChildRecords people, Pair.Kind kind, String why) {
    return minutes.keep(worker, pair, people, kind, why);
  }

  /** Makes one person of a pair; the caller has seen that nothing keeps it apart. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void join(Asker.Worker worker, Pair pair, ChildRecords people, String why) {
    Group joined = groups.around(pair.both()).linked(link(pair));
    answer(pair, minutes.keep(worker, pair, people, Pair.Kind.SAME, why));
    groups.settle(joined, Optional.of(worker.agency().id()));
  }

  /**
   * Keeps a pair apart. Where both were held to be of one person, the one that came last leaves and
   * the others stay together.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keepApart(Asker.Worker worker, Pair pair, ChildRecords people, String why) {
    Group group = groups.around(pair.both());
    UUID decision = minutes.keep(worker, pair, people, Pair.Kind.DIFFERENT, why);
    answer(pair, decision);
    if (group.keptApart(new Group.Tie(decision, pair.left(), pair.right())).broken().isPresent()) {
      part(group, Set.of(pair.left()), decision, worker.agency().id());
    }
  }

  /** Whether somebody has joined some records of a person with the others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean joinedBySomebody(Set<RecordId> leaving) {
    return ties.joinedByPeople(links(groups.around(leaving).across(leaving)));
  }

  /**
   * Takes some records out of a person, of whom at least one other stays.
   *
   * @return the pair by which it is shown and undone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID takeOut(Asker.Worker worker, ChildRecords people, Set<RecordId> leaving, String why) {
    RecordId stays =
        people.ids().stream().filter(id -> !leaving.contains(id)).findFirst().orElseThrow();
    Group group = groups.around(leaving);
    Pair pair = pairs.raise(leaving.iterator().next(), stays, Cause.TAKEN_OUT, clock.instant());
    UUID decision = minutes.keep(worker, pair, people, Pair.Kind.DIFFERENT, why);
    part(group, leaving, decision, worker.agency().id());
    return pair.id();
  }

  /**
   * Undoes what stands or is proposed. Where what it had cut would now join records that another
   * decision keeps apart, the cut stays and is that decision's from here on, undone with it: of two
   * that stand in each other's way either can be undone first.
   *
   * @return whether all is linked again that it had cut
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean undo(
      Asker.Worker worker, Pair pair, ChildRecords people, Pair.Ruling ruling, String why) {
    Set<RecordId> touched = new LinkedHashSet<>(pair.both());
    touched.addAll(ties.touchedBy(ruling.id()));
    Optional<Group.Tie> inTheWay = groups.undone(ruling.id(), touched).broken();
    inTheWay.ifPresent(tie -> ties.passOn(ruling.id(), tie.decision()));
    ties.undo(ruling.id(), worker, why, clock.instant());
    Group around = groups.around(touched);
    groups.settle(around, Optional.of(worker.agency().id()));
    minutes.undone(worker, pair, people, around.members().stream().map(Group.Member::id).toList());
    return inTheWay.isEmpty();
  }

  /** Cuts what links some records to the others of a group; either side stays whole. */
  private void part(Group group, Set<RecordId> leaving, UUID decision, AgencyId decidedBy) {
    Set<RecordId> staying =
        group.members().stream()
            .map(Group.Member::id)
            .filter(id -> !leaving.contains(id))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    ties.cut(links(group.across(leaving)), decision);
    for (Set<RecordId> side : List.of(leaving, staying)) {
      List<RecordId> pieces = group.pieces(side);
      for (int i = 1; i < pieces.size(); i++) {
        ties.bridge(pieces.get(i - 1), pieces.get(i), decision, clock.instant());
      }
    }
    ties.keepApart(leaving, staying, decision, clock.instant());
    groups.settle(
        groups.around(group.members().stream().map(Group.Member::id).toList()),
        Optional.of(decidedBy));
  }

  private void answer(Pair pair, UUID decision) {
    pair.proposed().ifPresent(proposal -> ties.answered(proposal.id(), decision));
  }

  private static Group.Tie link(Pair pair) {
    return new Group.Tie(pair.id(), pair.left(), pair.right());
  }

  private static List<UUID> links(List<Group.Tie> links) {
    return links.stream().map(Group.Tie::decision).toList();
  }
}
