package org.closeknit.ledger;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Where proofs find the hashes of a log's complete subtrees. */
@FunctionalInterface
public interface Subtrees {

  /**
   * The root of the 2^level leaves that begin at index * 2^level; level 0 is the leaf's own hash.
   */
  Hash root(int level, long index);

  static Subtrees ofLeaves(List<Hash> leaves) {
    return ofLeaves(index -> leaves.get(Math.toIntExact(index)));
  }

  /** Reads every leaf below a subtree; a store that keeps the inner nodes answers faster. */
  static Subtrees ofLeaves(LongFunction<Hash> leaves) {
    return (level, index) -> {
      if (level == 0) {
        return leaves.apply(index);
      }
      Iterable<Hash> below =
          () -> LongStream.range(index << level, (index + 1) << level).mapToObj(leaves).iterator();
      return Frontier.EMPTY.append(below).root();
    };
  }
}
