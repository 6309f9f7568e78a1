package org.closeknit.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.access.Access;
import org.closeknit.access.Terms;
import org.closeknit.match.Pair;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a wrong answer about a pair would harm, as far as the rooms that keep it tell. A reader
 * learns, by words and by order alike, only of what the agreements open to their agency.
 */
@Component
class Harm {
  private final ObjectProvider<Stakes> rooms;
  private final Access access;
  private final InstantSource clock;

  Harm(ObjectProvider<Stakes> rooms, Access access, InstantSource clock) {
    this.rooms = rooms;
    this.access = access;
    this.clock = clock;
  }

  /** A pair with what makes its answer matter, the heaviest first. */
  record Ranked(Pair pair, ChildRecords people, List<Stake> stakes) {
    private static final Comparator<Ranked> WORST_FIRST =
        Comparator.<Ranked, Boolean>comparing(one -> !one.has(Stake.Weight.STATUS_HELD))
            .thenComparing(one -> !one.has(Stake.Weight.IN_EMERGENCY_CARE))
            .thenComparing(one -> !one.has(Stake.Weight.CHECKED))
            .thenComparing(one -> -one.learners())
            .thenComparing(one -> one.pair().raisedAt())
            .thenComparing(one -> one.pair().id());

    private boolean has(Stake.Weight weight) {
      return stakes.stream().anyMatch(stake -> stake.weight() == weight);
    }

    /** How many agencies keep a record of either: a join lets each learn of the other's. */
    private long learners() {
      return people.records().stream().map(AgencyRecord::keeper).distinct().count();
    }

    /** Why it stands where it does, in sentences. */
    List<String> why() {
      var words = new ArrayList<>(stakes.stream().map(Stake::words).distinct().toList());
      if (learners() > 1) {
        words.add(learners() + " agencies would learn of each other’s records.");
      }
      return words;
    }
  }

  /** Whether a council holds a status for any of these, whoever may know of it. */
  boolean statusIsHeld(Collection<RecordId> records) {
    return on(records, clock.instant()).stream()
        .anyMatch(stake -> stake.weight() == Stake.Weight.STATUS_HELD);
  }

  /** Those first where a wrong answer harms most; among equals the one that waits longest. */
  List<Ranked> ranked(AgencyId reader, Map<Pair, ChildRecords> pairs) {
    Instant now = clock.instant();
    Terms terms = access.terms(reader);
    Set<RecordId> records =
        pairs.values().stream()
            .flatMap(people -> people.ids().stream())
            .collect(Collectors.toSet());
    Map<RecordId, List<Stake>> stakes =
        on(records, now).stream().collect(Collectors.groupingBy(Stake::record));
    return pairs.entrySet().stream()
        .map(entry ->
            new Ranked(entry.getKey(), entry.getValue(), open(terms, entry.getValue(), stakes)))
        .sorted(Ranked.WORST_FIRST)
        .toList();
  }

  private static List<Stake> open(
      Terms terms, ChildRecords people, Map<RecordId, List<Stake>> stakes) {
    return people.records().stream()
        .flatMap(record ->
            stakes.getOrDefault(record.id(), List.of()).stream()
                .filter(
                    stake -> terms.shows(people, record, stake.weight().item(), stake.handling())))
        .sorted(Comparator.comparing(Stake::weight))
        .toList();
  }

  private List<Stake> on(Collection<RecordId> records, Instant at) {
    return records.isEmpty()
        ? List.of()
        : rooms.stream().flatMap(room -> room.on(records, at).stream()).toList();
  }
}
