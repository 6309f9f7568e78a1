package org.closeknit.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Agreements;
import org.closeknit.match.Pair;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a wrong answer about a pair would harm, as far as the rooms that keep it tell. A reader
 * learns, by words and by order alike, only of what the agreements open to their agency.
 */
@Component
class Harm {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Set<Handling> OPEN = Set.of(Handling.SHARED, Handling.PROFESSIONALS_ONLY);

  private final ObjectProvider<Stakes> rooms;
  private final Agreements agreements;
  private final InstantSource clock;

  Harm(ObjectProvider<Stakes> rooms, Agreements agreements, InstantSource clock) {
    this.rooms = rooms;
    this.agreements = agreements;
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
    List<Agreement> terms = agreements.of(reader, LocalDate.ofInstant(now, LONDON));
    Set<RecordId> records =
        pairs.values().stream()
            .flatMap(people -> people.ids().stream())
            .collect(Collectors.toSet());
    Map<RecordId, List<Stake>> stakes =
        on(records, now).stream().collect(Collectors.groupingBy(Stake::record));
    return pairs.entrySet().stream()
        .map(entry ->
            new Ranked(
                entry.getKey(), entry.getValue(), open(reader, terms, entry.getValue(), stakes)))
        .sorted(Ranked.WORST_FIRST)
        .toList();
  }

  private static List<Stake> open(
      AgencyId reader,
      List<Agreement> terms,
      ChildRecords people,
      Map<RecordId, List<Stake>> stakes) {
    return people.records().stream()
        .flatMap(record ->
            stakes.getOrDefault(record.id(), List.of()).stream()
                .filter(stake -> opens(reader, terms, record, stake)))
        .sorted(Comparator.comparing(Stake::weight))
        .toList();
  }

  private static boolean opens(
      AgencyId reader, List<Agreement> terms, AgencyRecord record, Stake stake) {
    return record.keeper().equals(reader)
        || (OPEN.contains(stake.handling())
            && terms.stream()
                .anyMatch(one ->
                    one.content()
                        && one.parties().contains(record.keeper())
                        && one.kinds().contains(stake.weight().item().word())));
  }

  private List<Stake> on(Collection<RecordId> records, Instant at) {
    return records.isEmpty()
        ? List.of()
        : rooms.stream().flatMap(room -> room.on(records, at).stream()).toList();
  }
}
