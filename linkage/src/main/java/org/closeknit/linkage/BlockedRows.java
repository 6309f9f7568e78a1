package org.closeknit.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which places share a key, in a few flat arrays: the places of each block ascending, and the
 * blocks of each place.
 */
final class BlockedRows {
  private final int[] starts;
  private final int[] places;
  private final int[] firstBlock;
  private final int[] blocks;

  private BlockedRows(BlockList[] lists, int count) {
    int size = Arrays.stream(lists).mapToInt(BlockList::size).sum();
    starts = new int[Arrays.stream(lists).mapToInt(BlockList::blocks).sum() + 1];
    places = new int[size];
    int block = 0;
    for (int i = 0; i < lists.length; i++) {
      int from = starts[block];
      lists[i].copyPlaces(places, from);
      for (int one = 0; one < lists[i].blocks(); one++) {
        starts[++block] = from + lists[i].end(one);
      }
      lists[i] = new BlockList();
    }
    firstBlock = firstBlocks(count);
    blocks = blocksOfPlaces(count);
  }

  private int[] firstBlocks(int count) {
    int[] first = new int[count + 1];
    for (int place : places) {
      first[place + 1]++;
    }
    for (int place = 0; place < count; place++) {
      first[place + 1] += first[place];
    }
    return first;
  }

  private int[] blocksOfPlaces(int count) {
    int[] ofPlaces = new int[places.length];
    int[] next = Arrays.copyOf(firstBlock, count);
    for (int block = 0; block < starts.length - 1; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        ofPlaces[next[places[i]]++] = block;
      }
    }
    return ofPlaces;
  }

  static BlockedRows of(InOrder records) {
    KeyedPlaces keyed = KeyedPlaces.of(records);
    Crowd crowd = new Crowd(records, keyed.largest());
    BlockList[] lists =
        IntStream.range(0, KeyedPlaces.BUCKETS)
            .parallel()
            .mapToObj(bucket -> keyed.blocks(bucket, crowd))
            .toArray(BlockList[]::new);
    return new BlockedRows(lists, records.size());
  }

  /** Those before a place that share a block with it, each once. */
  void before(int place, Near near) {
    near.clear(place);
    for (int i = firstBlock[place]; i < firstBlock[place + 1]; i++) {
      int block = blocks[i];
      for (int at = starts[block]; places[at] < place; at++) {
        near.add(places[at]);
      }
    }
  }

  /** The places near one, gathered without doubles. For one thread at a time. */
  static final class Near {
    private final int[] seenBeside;
    private int[] places = new int[256];
    private int size;
    private int place;

    Near(int count) {
      seenBeside = new int[count];
    }

    int size() {
      return size;
    }

    int get(int i) {
      return places[i];
    }

    private void clear(int of) {
      size = 0;
      place = of;
    }

    /** A place is never before the first, 0, so none looks as if it had been seen beside it. */
    private void add(int other) {
      if (seenBeside[other] != place) {
        seenBeside[other] = place;
        places = size == places.length ? Arrays.copyOf(places, 2 * size) : places;
        places[size++] = other;
      }
    }
  }
}
