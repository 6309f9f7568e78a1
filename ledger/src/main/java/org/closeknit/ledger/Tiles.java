package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subtrees from a store that keeps the leaves and every eighth level above them, 256 hashes at a
 * time: a proof in any log reads a handful of such tiles.
 */
public final class Tiles implements Subtrees {
  /** Levels from one kept level to the next. */
  public static final int HEIGHT = 8;

  private static final int WIDTH = 1 << HEIGHT;

  /** What is kept. */
  @FunctionalInterface
  public interface Store {
    /**
     * In order, as many as there are.
     *
     * @param level of the kept levels: 0 the leaves, 1 the roots of 256 leaves each
     */
    List<Hash> read(int level, long from, int atMost);
  }

  private record Tile(int level, long index) {}

  private final Store store;
  private final Map<Tile, List<Hash>> read = new HashMap<>();

  public Tiles(Store store) {
    this.store = store;
  }

  @Override
  public Hash root(int level, long index) {
    int kept = level / HEIGHT;
    int within = level % HEIGHT;
    long first = index << within;
    List<Hash> below = new ArrayList<>();
    for (long at = first; at < first + (1L << within); at++) {
      below.add(hash(kept, at));
    }
    return Frontier.EMPTY.append(below).root();
  }

  private Hash hash(int kept, long at) {
    List<Hash> tile = tile(new Tile(kept, at >> HEIGHT));
    int within = (int) (at & (WIDTH - 1));
    if (within < tile.size()) {
      return tile.get(within);
    }
    // Not kept yet: what is below says it.
    Proofs.needs("the tree", kept > 0, "leaf " + at, "none");
    List<Hash> below = new ArrayList<>();
    for (long child = at << HEIGHT; child < (at + 1) << HEIGHT; child++) {
      below.add(hash(kept - 1, child));
    }
    return above(below);
  }

  private List<Hash> tile(Tile tile) {
    List<Hash> known = read.get(tile);
    if (known == null) {
      known = store.read(tile.level(), tile.index() << HEIGHT, WIDTH);
      read.put(tile, known);
    }
    return known;
  }

  /** The root of 256 hashes of a kept level, which the next one keeps. */
  public static Hash above(List<Hash> tile) {
    if (tile.size() != WIDTH) {
      throw new IllegalArgumentException("a whole tile has %d hashes".formatted(WIDTH));
    }
    return Frontier.EMPTY.append(tile).root();
  }
}
