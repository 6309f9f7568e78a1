package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes and verifies the two proofs of RFC 6962: "this entry is in it", "nothing before changed".
 */
public final class Proofs {
  private Proofs() {}

  /** RFC 6962, 2.1.1: the hashes beside the path from an entry up to the root. */
  public static List<Hash> inclusion(Subtrees subtrees, long index, long size) {
    Objects.checkIndex(index, size);
    List<Hash> proof = new ArrayList<>();
    path(new Span(subtrees, 0, size), index, proof);
    return List.copyOf(proof);
  }

  /** RFC 6962, 2.1.2: the hashes from which the roots at both sizes can be made. */
  public static List<Hash> consistency(Subtrees subtrees, long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a log does not grow from %d to %d".formatted(from, to));
    }
    List<Hash> proof = new ArrayList<>();
    if (from > 0 && from < to) {
      prefix(new Span(subtrees, 0, to), from, true, proof);
    }
    return List.copyOf(proof);
  }

  private static void path(Span span, long index, List<Hash> proof) {
    if (span.length() == 1) {
      return;
    }
    boolean isLeft = index < span.left().to();
    path(isLeft ? span.left() : span.right(), index, proof);
    proof.add(isLeft ? span.right().root() : span.left().root());
  }

  private static void prefix(Span span, long size, boolean isKnown, List<Hash> proof) {
    if (span.to() == size) {
      if (!isKnown) {
        proof.add(span.root());
      }
    } else if (size <= span.left().to()) {
      prefix(span.left(), size, isKnown, proof);
      proof.add(span.right().root());
    } else {
      prefix(span.right(), size, false, proof);
      proof.add(span.left().root());
    }
  }

  /** Throws unless the proof shows that the leaf is the entry at that index (RFC 9162, 2.1.3.2). */
  public static void verifyInclusion(
      Hash leaf, long index, long size, List<Hash> proof, Hash root) {
    String at = "inclusion of entry %d in %d".formatted(index, size);
    if (index < 0 || index >= size) {
      throw new LedgerBroken(at, "an entry of the log", "one beyond its end");
    }
    Climb climb = new Climb(at, index, size - 1, leaf, leaf);
    proof.forEach(climb::step);
    climb.arrive();
    same(at, root, climb.larger());
  }

  /** Throws unless the smaller log is the beginning of the larger one (RFC 9162, 2.1.4.2). */
  public static void verifyConsistency(Checkpoint old, Checkpoint now, List<Hash> proof) {
    String at = "consistency of %d with %d".formatted(old.size(), now.size());
    if (!old.origin().equals(now.origin())) {
      throw new LedgerBroken(at, "origin " + old.origin(), "origin " + now.origin());
    }
    if (old.size() > now.size()) {
      throw new LedgerBroken(at, "a log that grows", "one that shrank");
    }
    if (now.size() == 0) {
      same(at, Hash.ofNothing(), now.root());
    }
    if (old.size() == 0 || old.size() == now.size()) {
      same(at, old.root(), old.size() == 0 ? Hash.ofNothing() : now.root());
      needs(at, proof.isEmpty(), "an empty proof", "one of " + proof.size());
      return;
    }
    climb(at, old, now, proof);
  }

  private static void climb(String at, Checkpoint old, Checkpoint now, List<Hash> proof) {
    boolean isComplete = Long.bitCount(old.size()) == 1;
    needs(at, isComplete || !proof.isEmpty(), "a proof", "an empty one");
    Hash start = isComplete ? old.root() : proof.getFirst();
    int shared = Long.numberOfTrailingZeros(old.size());
    Climb climb =
        new Climb(at, (old.size() - 1) >> shared, (now.size() - 1) >> shared, start, start);
    proof.stream().skip(isComplete ? 0 : 1).forEach(climb::step);
    climb.arrive();
    same(at, old.root(), climb.smaller());
    same(at, now.root(), climb.larger());
  }

  /** Written out only where they differ: it is asked for each of millions. */
  static void same(String at, Hash expected, Hash found) {
    if (!expected.equals(found)) {
      throw new LedgerBroken(at, "hash " + expected, "hash " + found);
    }
  }

  static void needs(String at, boolean holds, String expected, String found) {
    if (!holds) {
      throw new LedgerBroken(at, expected, found);
    }
  }
}
