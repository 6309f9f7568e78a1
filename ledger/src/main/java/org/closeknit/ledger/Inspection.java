package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Recomputes a whole log, and holds it against its checkpoints, in the memory of one entry. */
public final class Inspection {
  /** Enough to see what happened; the count of the rest adds nothing. */
  private static final int MOST_BREAKS = 100;

  private final Keyring keys;
  private final Iterator<Entry> entries;
  private final Optional<Checkpoint> kept;
  private final List<Hash> peaks = new ArrayList<>();
  private final List<LedgerBroken> breaks = new ArrayList<>();
  private long size;
  private long closed;
  private long erased;
  private final BitSet withoutWho = new BitSet();
  private long checkpoints;
  private Optional<Checkpoint> last = Optional.empty();

  private Inspection(Keyring keys, Iterator<Entry> entries, Optional<Checkpoint> kept) {
    this.keys = keys;
    this.entries = entries;
    this.kept = kept;
  }

  /**
   * Entries in order from the first, checkpoints as signed notes in order, and perhaps a checkpoint
   * that somebody outside kept, of which this log must be the continuation.
   */
  public static Verdict of(
      Keyring keys,
      Iterator<Entry> entries,
      Iterator<String> checkpoints,
      Optional<Checkpoint> kept) {
    Inspection inspection = new Inspection(keys, entries, kept);
    try {
      inspection.checkKept();
      checkpoints.forEachRemaining(inspection::checkpoint);
      inspection.end();
    } catch (LedgerBroken broken) {
      inspection.breaks.add(broken);
    }
    return inspection.verdict();
  }

  private Verdict verdict() {
    return breaks.isEmpty()
        ? new Verdict.Intact(size, closed, erased, checkpoints, last.orElseThrow())
        : new Verdict.Altered(breaks);
  }

  private void checkpoint(String note) {
    checkpoints++;
    String at = "checkpoint %d, ".formatted(checkpoints);
    Checkpoint checkpoint = open(at, note);
    long before = last.map(Checkpoint::size).orElse(0L);
    Proofs.needs(
        at + "its size",
        checkpoint.size() >= before,
        "at least the %d entries before it".formatted(before),
        checkpoint.size() + " entries");
    while (size < checkpoint.size() && entries.hasNext()) {
      take(entries.next());
    }
    Proofs.needs(
        at + "the log's end",
        size == checkpoint.size(),
        checkpoint.size() + " entries",
        size + " entries");
    String over = "the root over entry %d up to %d".formatted(before, size - 1);
    Proofs.same(at + over, checkpoint.root(), root());
    last = Optional.of(checkpoint);
  }

  private Checkpoint open(String at, String note) {
    try {
      return keys.open(note);
    } catch (LedgerBroken broken) {
      throw new LedgerBroken(at + broken.at(), broken.expected(), broken.found());
    }
  }

  private void take(Entry entry) {
    if (entry.index() != size) {
      throw new LedgerBroken("entry " + size, "index " + size, "index " + entry.index());
    }
    switch (entry) {
      case Entry.Open open -> look(open);
      case Entry.Closed unused -> closed++;
    }
    // The hash from the time of writing goes on into the tree: so one altered leaf is told from
    // an altered tree, and what follows is still checked.
    Frontier.push(peaks, size, entry.hash());
    size++;
    checkKept();
  }

  private void look(Entry.Open entry) {
    try {
      if (!check(entry) && Leaf.hidesWho(entry.leaf())) {
        withoutWho.set(Math.toIntExact(entry.index()));
      }
    } catch (LedgerBroken broken) {
      tell(broken);
      return;
    }
    Leaf.erased(entry.leaf(), Leaf.WHO).forEach(place -> erasedBy(entry.index(), place));
  }

  /**
   * An entry by itself: its leaf has its hash, and its parts are those that it commits to.
   *
   * @return whether it says who did it
   */
  static boolean check(Entry.Open entry) {
    if (!entry.hash().equals(Hash.ofLeaf(entry.leaf()))) {
      Proofs.same("entry " + entry.index(), entry.hash(), Hash.ofLeaf(entry.leaf()));
    }
    boolean isWhoThere = false;
    for (byte[] part : entry.parts()) {
      boolean isWho = Leaf.isWho(entry.leaf(), part);
      isWhoThere |= isWho;
      if (!isWho && !Leaf.names(entry.leaf(), part)) {
        throw new LedgerBroken(
            "entry %d, a part of it".formatted(entry.index()),
            "one that its leaf commits to",
            "another");
      }
    }
    return isWhoThere;
  }

  private void erasedBy(long by, long place) {
    int index = Math.toIntExact(place);
    if (withoutWho.get(index)) {
      withoutWho.clear(index);
      erased++;
    } else {
      tell(
          new LedgerBroken(
              "entry " + by, "entry %d erased".formatted(place), "it stands, or never hid who"));
    }
  }

  private void tell(LedgerBroken broken) {
    if (breaks.size() < MOST_BREAKS) {
      breaks.add(broken);
    }
  }

  private void checkKept() {
    if (kept.isPresent() && kept.get().size() == size) {
      Proofs.same("the checkpoint that was kept", kept.get().root(), root());
    }
  }

  private void end() {
    Proofs.needs("the end", last.isPresent(), "at least one checkpoint", "none");
    Proofs.needs(
        "the end", !entries.hasNext(), "no entry after the last checkpoint", "more entries");
    withoutWho.stream()
        .limit(MOST_BREAKS)
        .forEach(index ->
            tell(
                new LedgerBroken(
                    "entry " + index,
                    "who did it, or an entry that says it was erased",
                    "neither")));
    long least = kept.map(Checkpoint::size).orElse(0L);
    Proofs.needs(
        "the checkpoint that was kept", size >= least, least + " entries", size + " entries");
  }

  private Hash root() {
    return new Frontier(size, peaks).root();
  }
}
