package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.closeknit.match.MatchRooms;
import org.closeknit.match.Pair;
import org.closeknit.match.People;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Of two children each has had a record taken out; then the records that stayed were joined, and
 * those that left. To undo either taking out would join what the other keeps apart.
 */
class TwoDecisionsInEachOthersWay {
  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final Splits splits = here.house.room(Splits.class);
  private final Reviews reviews = here.house.room(Reviews.class);
  private final Asker.Worker steward = here.steward("council");
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");
  private final ARecord bisi =
      ARecord.of("council", "C-2")
          .named("Bisi", "Danjuma")
          .born("2016-11-02")
          .livesAt("22 Mill Lane", "ZZ9 9BB");
  private final RecordId stayed = taken(amara);
  private final RecordId left = taken(amara.by("hospital", "H-1"));
  private final RecordId otherStayed = taken(bisi);
  private final RecordId otherLeft = taken(bisi.by("hospital", "H-2"));
  private UUID first;
  private UUID second;
  private List<String> before;

  @BeforeEach
  void bothAreTakenOut() {
    here.agreementOnPeople("council", "hospital", "school");
    first = takenOut(left);
    second = takenOut(otherLeft);
    joined(stayed, otherStayed);
    joined(left, otherLeft);
    before = here.partition();
    assertThat(people.behind(stayed).orElseThrow().ids()).containsExactly(stayed, otherStayed);
    assertThat(people.behind(left).orElseThrow().ids()).containsExactly(left, otherLeft);
  }

  @Test
  void either_can_be_undone_first_and_nobody_is_joined_by_it() {
    assertThat(reviews.undo(steward, first, "it was one child")).isEqualTo(Said.STILL_APART);

    assertThat(here.partition()).isEqualTo(before);
  }

  @Test
  void once_both_are_undone_all_is_linked_that_either_had_cut() {
    reviews.undo(steward, second, "it was one child");

    assertThat(reviews.undo(steward, first, "so was this")).isEqualTo(Said.DONE);
    assertThat(people.behind(stayed).orElseThrow().ids())
        .containsExactly(stayed, left, otherStayed, otherLeft);
    assertThat(here.count("match_decision where cut_by is not null")).isZero();
  }

  /**
   * Five in a chain: the third is taken out, then the two beside it, then these are parted. The
   * bridge between the ends passes on from the first decision to the last, and ends with it.
   */
  @Test
  void what_was_bridged_falls_apart_with_the_bridge() {
    RecordId first = alone("council", "a");
    RecordId second = alone("hospital", "b");
    RecordId third = alone("school", "c");
    RecordId last = alone("hospital", "e");
    RecordId fourth = alone("council", "d");
    MatchRooms.linked(here.house, first, second);
    MatchRooms.linked(here.house, second, third);
    MatchRooms.linked(here.house, third, fourth);
    MatchRooms.linked(here.house, fourth, last);
    UUID middle = takenOut(third);
    takenOut(Set.of(second, fourth));
    UUID parted = takenOut(fourth);
    assertThat(people.behind(first).orElseThrow().ids()).containsExactly(first, last);

    assertThat(reviews.undo(steward, middle, "it was one child")).isEqualTo(Said.STILL_APART);
    assertThat(people.behind(first).orElseThrow().ids()).containsExactly(first, last);
    assertThat(reviews.undo(steward, parted, "so was this")).isEqualTo(Said.DONE);

    assertThat(people.behind(second).orElseThrow().ids()).containsExactly(second, third, fourth);
    assertThat(people.behind(first).orElseThrow().ids()).containsExactly(first);
  }

  private RecordId alone(String agency, String name) {
    return taken(
        ARecord.of(agency, "N-" + name).named(name.repeat(6), name.repeat(7)).born("2011-01-02"));
  }

  private UUID takenOut(Set<RecordId> records) {
    return splits
        .takeOut(
            steward,
            people.behind(records.iterator().next()).orElseThrow().child(),
            records,
            "another child")
        .pair()
        .orElseThrow();
  }

  private UUID takenOut(RecordId record) {
    return takenOut(Set.of(record));
  }

  private void joined(RecordId one, RecordId other) {
    UUID pair = MatchRooms.raised(here.house, one, other);
    assertThat(reviews.decide(steward, pair, Pair.Kind.SAME, "one mother")).isEqualTo(Said.DONE);
  }

  private RecordId taken(ARecord record) {
    return here.take(people, record.line()).getFirst().record();
  }
}
