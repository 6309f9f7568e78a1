package org.closeknit.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that must be kept of a log to append to it: its size, and the roots of its complete subtrees
 * from the largest to the smallest, one for each 1 in the size written in binary.
 */
public record Frontier(long size, List<Hash> peaks) {

  public static final Frontier EMPTY = new Frontier(0, List.of());

  public Frontier {
    if (size < 0 || peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a log of %d entries does not have %d peaks".formatted(size, peaks.size()));
    }
    peaks = List.copyOf(peaks);
  }

  /** Reads what {@link #toBytes()} wrote. */
  public static Frontier of(byte[] stored) {
    if (stored.length < Long.BYTES || (stored.length - Long.BYTES) % Hash.LENGTH != 0) {
      throw new IllegalArgumentException("a frontier is not %d bytes".formatted(stored.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    long size = buffer.getLong();
    List<Hash> peaks = new ArrayList<>();
    while (buffer.hasRemaining()) {
      byte[] hash = new byte[Hash.LENGTH];
      buffer.get(hash);
      peaks.add(Hash.of(hash));
    }
    return new Frontier(size, peaks);
  }

  public byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
    buffer.putLong(size);
    peaks.forEach(peak -> buffer.put(peak.bytes()));
    return buffer.array();
  }

  public Frontier append(Hash leaf) {
    return append(List.of(leaf));
  }

  public Frontier append(Iterable<Hash> leaves) {
    List<Hash> grown = new ArrayList<>(peaks);
    long entries = size;
    for (Hash leaf : leaves) {
      push(grown, entries, leaf);
      entries++;
    }
    return new Frontier(entries, grown);
  }

  /** Each trailing 1 of the size is a complete subtree that the new leaf merges with. */
  static void push(List<Hash> peaks, long size, Hash leaf) {
    Hash merged = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      merged = Hash.ofNode(peaks.removeLast(), merged);
    }
    peaks.add(merged);
  }

  public Hash root() {
    return peaks.reversed().stream()
        .reduce((right, left) -> Hash.ofNode(left, right))
        .orElseGet(Hash::ofNothing);
  }
}
