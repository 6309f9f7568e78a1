package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsThatAreErased {
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);

  /** Ten looks, and an entry which says that who did the third and the seventh was erased. */
  private static List<Entry> log() {
    List<Entry> log = new ArrayList<>(Logs.rows(10));
    byte[] who = Logs.who(10);
    byte[] leaf =
        Leaf.erasing(
            Logs.said(10, "erased who did it"), Map.of(Leaf.WHO, who), Leaf.WHO, List.of(3L, 7L));
    log.add(Logs.open(10, leaf, List.of(who)));
    return log;
  }

  private static Entry without(Entry entry) {
    return new Entry.Open(entry.index(), entry.hash(), ((Entry.Open) entry).leaf(), List.of());
  }

  private static Verdict inspected(List<Entry> log) {
    return Inspection.of(
        new Keyring(List.of(KEY.verifier())),
        log.iterator(),
        Logs.checkpoints(KEY, log, 5, log.size()).iterator(),
        Optional.empty());
  }

  private static void broken(List<Entry> log, String... at) {
    assertThat(((Verdict.Altered) inspected(log)).breaks())
        .extracting(LedgerBroken::at)
        .containsExactly(at);
  }

  @Test
  void leave_the_tree_as_it_was_and_an_entry_that_says_so() {
    List<Entry> log = log();
    log.set(3, without(log.get(3)));
    log.set(7, without(log.get(7)));
    assertThat(inspected(log))
        .isEqualTo(new Verdict.Intact(11, 0, 2, 2, Logs.checkpoint(Logs.ORIGIN, log)));
  }

  @Test
  void are_missed_where_no_entry_says_so() {
    List<Entry> log = log();
    log.set(3, without(log.get(3)));
    log.set(7, without(log.get(7)));
    log.set(5, without(log.get(5)));
    broken(log, "entry 5");
  }

  @Test
  void are_not_said_to_be_gone_while_they_stand() {
    List<Entry> log = log();
    log.set(3, without(log.get(3)));
    broken(log, "entry 10");
  }

  @Test
  void are_not_put_in_place_of_each_other() {
    List<Entry> log = new ArrayList<>(Logs.rows(10));
    Entry.Open row = Logs.row(4);
    log.set(4, new Entry.Open(4, row.hash(), row.leaf(), List.of(Logs.who(5))));
    broken(log, "entry 4, a part of it");
  }

  @Test
  void cannot_be_guessed_without_their_salt() {
    byte[] guess =
        "{\"actor\":\"staff-4\",\"name\":\"Worker \u00e9 4\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(Leaf.isWho(Logs.row(4).leaf(), guess)).isFalse();
    assertThat(Leaf.isWho(Logs.row(4).leaf(), Logs.who(4))).isTrue();
  }
}
