package org.closeknit.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreed;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The decision on one thing, and on a whole child of six agencies, in a net of sixty agencies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBench {
  private static final Set<String> ALL =
      Set.of("people", "statuses", "involvements", "events", "visits", "relationships");

  private final When when = when();
  private final ChildRecords child = child();
  private final Who nurse =
      Who.of(when.net().agency(id(11)), Purpose.CASEWORK, Relation.CONFIRMED, Set.of(id(0), id(6)));
  private final What[] things = things();
  private int turn;

  /** One thing of one agency, another each time. */
  @Benchmark
  public Object oneThing() {
    turn = (turn + 1) % things.length;
    return Decide.on(nurse, things[turn], when);
  }

  /** Six records of six kinds: what opening a child's page decides. */
  @Benchmark
  public Object aChildOfSixAgencies() {
    return Decide.of(nurse, child, when);
  }

  private static AgencyId id(int number) {
    return new AgencyId("agency-" + number);
  }

  static When when() {
    Map<AgencyId, Agency> agencies = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      agencies.put(
          id(i),
          new Agency(id(i), "Agency " + i, kind, "england", "", "", "", "", "", Duration.ZERO, 60));
    }
    List<Agreement> agreements = new ArrayList<>();
    agreements.add(agreement(agencies.keySet(), ALL, true, Set.of(Kind.COUNCIL)));
    agreements.add(agreement(Set.of(id(0), id(11), id(2)), Set.of("events"), true, Set.of()));
    agreements.add(agreement(Set.of(id(11), id(3)), ALL, false, Set.of()));
    return new When(
        Instant.EPOCH,
        new Net(new Agreed(new Directory(agencies), agreements), LocalDate.of(2026, 11, 23)));
  }

  private static Agreement agreement(
      Set<AgencyId> parties, Set<String> kinds, boolean content, Set<Kind> openFor) {
    return new Agreement(
        "net",
        parties,
        "safeguarding",
        kinds,
        content,
        true,
        openFor,
        false,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 1, 1),
        "the directors");
  }

  static ChildRecords child() {
    List<AgencyRecord> records = new ArrayList<>();
    for (int i : List.of(0, 2, 3, 4, 5, 11)) {
      records.add(new AgencyRecord(new RecordId(UUID.randomUUID()), id(i), Restriction.NONE));
    }
    return new ChildRecords(new ChildId(UUID.randomUUID()), records);
  }

  private What[] things() {
    List<What> things = new ArrayList<>();
    for (AgencyRecord record : child.records()) {
      for (Item item : Item.values()) {
        for (Handling handling : Handling.values()) {
          things.add(What.of(item, record, false, child, handling));
        }
      }
    }
    return things.toArray(What[]::new);
  }
}
