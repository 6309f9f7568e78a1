package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiesAboutALog {
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);
  private static final List<Entry> ENTRIES = Logs.entries("looked", 20);
  private static final List<Entry> FORKED = Logs.entries("never looked", 20);
  private static final List<String> CHECKPOINTS =
      Logs.checkpoints(KEY, ENTRIES, 0, 3, 8, 8, 13, 20);
  private static final Entry ANOTHER = Entry.of(9, "another".getBytes(StandardCharsets.US_ASCII));

  record Told(List<Entry> entries, List<String> checkpoints, Optional<Checkpoint> kept) {
    Verdict inspected() {
      return Inspection.of(
          new Keyring(List.of(KEY.verifier())), entries.iterator(), checkpoints.iterator(), kept);
    }
  }

  record Lie(String name, String foundAt, Supplier<Told> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Lie> lies() {
    return Stream.of(
        entries("an entry altered", "entry 9", all -> all.set(9, altered(9))),
        entries("the first altered", "entry 0", all -> all.set(0, altered(0))),
        entries("the last altered", "entry 19", all -> all.set(19, altered(19))),
        entries(
            "altered with its hash",
            "checkpoint 5, the root over entry 8 up to 12",
            all -> all.set(9, ANOTHER)),
        entries("an entry removed", "entry 9", all -> all.remove(9)),
        entries(
            "removed, and the rest moved up",
            "checkpoint 5, the root over entry 8 up to 12",
            all -> renumber(all.remove(9), all)),
        entries("two reordered", "entry 9", all -> all.set(9, all.set(10, all.get(9)))),
        entries("one inserted", "entry 10", all -> all.add(9, ANOTHER)),
        entries("one twice", "entry 10", all -> all.add(9, all.get(9))),
        entries("truncated", "checkpoint 6, the log's end", List::removeLast),
        entries("emptied", "checkpoint 2, the log's end", List::clear),
        entries("one added at the end", "the end", all -> all.add(Entry.of(20, new byte[1]))),
        checkpoints("none", "the end", List::clear),
        checkpoints("the last left out", "the end", List::removeLast),
        checkpoints("two reordered", "checkpoint 3, its size", all -> all.add(1, all.remove(2))),
        checkpoints(
            "one of a forked log",
            "checkpoint 3, the root over entry 3 up to 7",
            all -> all.set(2, Logs.checkpoints(KEY, FORKED, 8).getFirst())),
        checkpoints(
            "two roots at one size",
            "checkpoint 4, the root over entry 8 up to 7",
            all -> all.set(3, Logs.checkpoints(KEY, FORKED, 8).getFirst())),
        checkpoints(
            "one by another key",
            "checkpoint 3, signature",
            all -> all.set(2, Logs.checkpoints(Logs.key(Logs.ORIGIN), ENTRIES, 8).getFirst())),
        checkpoints(
            "one of another origin",
            "checkpoint 3, signature",
            all -> all.set(2, Logs.checkpoints(Logs.key("other"), ENTRIES, 8).getFirst())),
        rewritten("the whole log written anew", 13, 20),
        rewritten("the whole log written anew and shorter", 20, 13),
        new Lie(
            "cut back behind the checkpoint that was kept",
            "the checkpoint that was kept",
            () -> new Told(ENTRIES.subList(0, 13), CHECKPOINTS.subList(0, 5), kept(ENTRIES, 20))));
  }

  private interface Change<T> {
    void on(List<T> all);
  }

  private static Lie entries(String name, String foundAt, Change<Entry> change) {
    return new Lie(
        "entries: " + name,
        foundAt,
        () -> {
          List<Entry> told = new ArrayList<>(ENTRIES);
          change.on(told);
          return new Told(told, CHECKPOINTS, Optional.empty());
        });
  }

  private static Lie checkpoints(String name, String foundAt, Change<String> change) {
    return new Lie(
        "checkpoints: " + name,
        foundAt,
        () -> {
          List<String> told = new ArrayList<>(CHECKPOINTS);
          change.on(told);
          return new Told(ENTRIES, told, Optional.empty());
        });
  }

  /** Who has the key can sign another history: only what somebody else kept gives it away. */
  private static Lie rewritten(String name, int keptAt, int size) {
    return new Lie(
        name,
        "the checkpoint that was kept",
        () -> {
          List<Entry> forked = FORKED.subList(0, size);
          return new Told(forked, Logs.checkpoints(KEY, forked, size), kept(ENTRIES, keptAt));
        });
  }

  private static Optional<Checkpoint> kept(List<Entry> entries, int size) {
    return Optional.of(Logs.checkpoint(Logs.ORIGIN, entries.subList(0, size)));
  }

  private static Entry altered(int index) {
    return new Entry.Open(index, ENTRIES.get(index).hash(), leaf(FORKED.get(index)));
  }

  private static byte[] leaf(Entry entry) {
    return ((Entry.Open) entry).leaf();
  }

  private static void renumber(Entry removed, List<Entry> all) {
    for (int i = (int) removed.index(); i < all.size(); i++) {
      all.set(i, new Entry.Open(i, all.get(i).hash(), leaf(all.get(i))));
    }
  }

  @ParameterizedTest
  @MethodSource("lies")
  void are_found(Lie lie) {
    Verdict verdict = lie.told().get().inspected();
    assertThat(verdict).isInstanceOf(Verdict.Altered.class);
    assertThat(((Verdict.Altered) verdict).breaks().getFirst().at()).isEqualTo(lie.foundAt());
  }

  @Test
  void are_not_seen_where_there_are_none() {
    for (Optional<Checkpoint> kept :
        List.of(
            Optional.<Checkpoint>empty(), kept(ENTRIES, 0), kept(ENTRIES, 7), kept(ENTRIES, 20))) {
      assertThat(new Told(ENTRIES, CHECKPOINTS, kept).inspected())
          .isEqualTo(new Verdict.Intact(20, 0, 0, 6, kept(ENTRIES, 20).orElseThrow()));
    }
  }

  @Test
  void are_found_in_a_hash_that_stands_without_its_leaf() {
    List<Entry> told = new ArrayList<>(ENTRIES);
    told.set(4, new Entry.Closed(4, ENTRIES.get(4).hash()));
    assertThat(new Told(told, CHECKPOINTS, kept(ENTRIES, 7)).inspected())
        .isEqualTo(new Verdict.Intact(20, 1, 0, 6, kept(ENTRIES, 20).orElseThrow()));
    told.set(5, new Entry.Closed(5, FORKED.get(5).hash()));
    assertThat(new Told(told, CHECKPOINTS, Optional.empty()).inspected())
        .isInstanceOf(Verdict.Altered.class);
  }

  @Test
  void are_each_told_when_several_entries_were_altered() {
    List<Entry> told = new ArrayList<>(ENTRIES);
    told.set(4, altered(4));
    told.set(15, altered(15));
    Verdict verdict = new Told(told, CHECKPOINTS, Optional.empty()).inspected();
    assertThat(((Verdict.Altered) verdict).breaks())
        .extracting(LedgerBroken::at)
        .containsExactly("entry 4", "entry 15");
  }
}
