package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * Agencies send, people decide, take out and undo, in any order: who is whom is at every moment
 * what the decisions in force say, and once all is undone what the engine alone said. What fails is
 * not made smaller: each try is a town of its own, and a thousand of them take three quarters of an
 * hour.
 */
class DecisionsAndUndoing {
  private static final List<String> AGENCIES = List.of("council", "hospital", "school");
  private static final List<String> NUMBERS = List.of("", "9990000018", "9990000026");
  private static final List<String> NAMES = List.of("Amara", "Amarah", "Ngozi");

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void who_is_whom_follows_from_the_decisions_in_force_alone(
      @ForAll @Size(min = 6, max = 18) List<@IntRange(min = 0, max = 99_999) Integer> steps) {
    var town = new Stewards(Installation.empty());
    AGENCIES.forEach(agency -> town.send(AGENCIES.indexOf(agency)));
    for (int step : steps) {
      town.does(step % 5, step / 5);
      assertThat(town.people()).as("after " + step).isEqualTo(town.peopleByDecisionsInForce());
      assertThat(town.keptApartAndYetOne()).isEmpty();
    }
    town.undoAll();
    assertThat(town.people()).isEqualTo(town.peopleByTheEngineAlone());
  }

  /** A town whose agencies send and whose stewards decide. */
  private static final class Stewards {
    private final Installation here;
    private final People people;
    private final Reviews reviews;
    private final Splits splits;
    private final Asker.Worker steward;

    Stewards(Installation here) {
      this.here = here;
      this.people = here.people();
      this.reviews = here.house.room(Reviews.class);
      this.splits = here.house.room(Splits.class);
      this.steward = here.steward("council");
      here.agreementOnPeople("council", "hospital", "school");
    }

    void does(int what, int which) {
      switch (what) {
        case 0 -> send(which);
        case 1 -> decide(which, Pair.Kind.SAME);
        case 2 -> decide(which, Pair.Kind.DIFFERENT);
        case 3 -> takeOut(which);
        default -> undo(which);
      }
    }

    void send(int which) {
      ARecord record =
          ARecord.of(AGENCIES.get(which % 3), "N-" + which / 3 % 2)
              .named(NAMES.get(which / 6 % 3), "Okonkwo")
              .born("2019-03-14")
              .livesAt("7 Harbour Walk", "ZZ9 9AA");
      String number = NUMBERS.get(which / 18 % 3);
      here.take(people, (number.isEmpty() ? record : record.nhs(number)).line());
    }

    private void decide(int which, Pair.Kind kind) {
      List<UUID> open = ids("select id from open_pair order by id");
      if (!open.isEmpty()) {
        reviews.decide(steward, open.get(which % open.size()), kind, "why");
      }
    }

    /** Taken out and put back at once leaves no trace; half the time it stays out. */
    private void takeOut(int which) {
      List<UUID> records = ids("select id from person_record order by arrival");
      var record = new RecordId(records.get(which % records.size()));
      Map<UUID, UUID> before = people();
      ChildId child = people.behind(record).orElseThrow().child();
      Splits.Taken taken = splits.takeOut(steward, child, Set.of(record), "why");
      if (taken.said() == Said.DONE && which % 2 == 0) {
        assertThat(reviews.undo(steward, taken.pair().orElseThrow(), "why")).isEqualTo(Said.DONE);
        assertThat(people()).isEqualTo(before);
      }
    }

    private void undo(int which) {
      List<UUID> decided = decided();
      if (!decided.isEmpty()) {
        reviews.undo(steward, decided.get(which % decided.size()), "why");
      }
    }

    /** In whatever order: none waits for another. */
    void undoAll() {
      decided().forEach(pair -> reviews.undo(steward, pair, "why"));
      assertThat(decided()).isEmpty();
    }

    private List<UUID> decided() {
      return ids(
          """
          select pair_id from match_decision
           where kind in ('SAME', 'DIFFERENT') and pair_id is not null and undone_at is null
           order by pair_id
          """);
    }

    Map<UUID, UUID> people() {
      var people = new HashMap<UUID, UUID>();
      here.jdbc
          .sql("select id, child_id from person_record")
          .query(row -> {
            people.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
          });
      return people;
    }

    Map<UUID, UUID> peopleByDecisionsInForce() {
      return reachedBy("kind in ('JOINED', 'SAME') and undone_at is null and cut_by is null");
    }

    Map<UUID, UUID> peopleByTheEngineAlone() {
      return reachedBy("kind = 'JOINED' and follows is null");
    }

    /** Of each record the person of the earliest that can be reached, by walking the links. */
    private Map<UUID, UUID> reachedBy(String which) {
      var people = new HashMap<UUID, UUID>();
      here.jdbc
          .sql(
              """
              with recursive link as (
                select left_id as one, right_id as other from match_decision where %1$s
                union select right_id, left_id from match_decision where %1$s),
              reach as (
                select id as record, id as reached from person_record
                union select r.record, l.other from reach r join link l on l.one = r.reached)
              select distinct on (r.record) r.record, p.first_child
                from reach r join person_record p on p.id = r.reached
               order by r.record, p.arrival
              """
                  .formatted(which))
          .query(row -> {
            people.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
          });
      return people;
    }

    List<UUID> keptApartAndYetOne() {
      return new ArrayList<>(
          ids(
              """
              select d.id from match_decision d
                join person_record l on l.id = d.left_id join person_record r on r.id = d.right_id
               where d.kind = 'DIFFERENT' and d.undone_at is null and l.child_id = r.child_id
              """));
    }

    private List<UUID> ids(String sql) {
      return here.jdbc.sql(sql).query(UUID.class).list();
    }
  }
}
