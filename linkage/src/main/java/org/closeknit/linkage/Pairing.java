package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Scores each pair of rows that share a key once; what is kept does not depend on the threads. */
final class Pairing {
  /** So many places are scored at a time. */
  private static final int PART = 8_192;

  private final Model model;
  private final Rows rows;
  private final Linking.Options options;

  Pairing(Model model, Rows rows, Linking.Options options) {
    this.model = model;
    this.rows = rows;
    this.options = options;
  }

  List<ScoredPair> scored() {
    return withThreads(() -> {
      InOrder records = InOrder.of(rows.profiles());
      BlockedRows blocks = BlockedRows.of(records);
      List<List<ScoredPair>> all =
          new ArrayList<>(Collections.nCopies(1 + records.size() / PART, List.of()));
      AtomicInteger next = new AtomicInteger();
      IntStream.range(0, options.threads())
          .parallel()
          .forEach(thread -> new Worker(records, blocks).work(next, all));
      return all.stream().flatMap(List::stream).toList();
    });
  }

  private <T> T withThreads(Callable<T> work) {
    try (ForkJoinPool threads = new ForkJoinPool(Math.max(1, options.threads()))) {
      return threads.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("linking was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadInput bad) {
        throw bad;
      }
      throw new IllegalStateException("linking failed", e.getCause());
    }
  }

  /** One thread's part: it takes the next stretch of places until none is left. */
  private final class Worker {
    private final InOrder records;
    private final BlockedRows blocks;
    private final BlockedRows.Near near;
    private final Judgement judgement = Judgement.ofMany(model);
    private List<ScoredPair> pairs = new ArrayList<>();

    Worker(InOrder records, BlockedRows blocks) {
      this.records = records;
      this.blocks = blocks;
      this.near = new BlockedRows.Near(records.size());
    }

    void work(AtomicInteger next, List<List<ScoredPair>> all) {
      for (int part = next.getAndIncrement(); part < all.size(); part = next.getAndIncrement()) {
        pairs = new ArrayList<>();
        int to = Math.min(records.size(), (part + 1) * PART);
        for (int place = part * PART; place < to; place++) {
          blocks.before(place, near);
          for (int i = 0; i < near.size(); i++) {
            pair(near.get(i), place);
          }
        }
        all.set(part, pairs);
      }
    }

    private void pair(int one, int other) {
      boolean inOrder = records.rowAt(one) < records.rowAt(other);
      int left = inOrder ? one : other;
      int right = inOrder ? other : one;
      if (!options.linkOnly()
          || rows.input(records.rowAt(left)) != rows.input(records.rowAt(right))) {
        score(left, right);
      }
    }

    private void score(int left, int right) {
      double weight = judgement.weighIfWorth(records.at(left), records.at(right));
      int outcome = judgement.outcome(weight);
      if (outcome >= 0) {
        pairs.add(
            new ScoredPair(
                records.rowAt(left),
                records.rowAt(right),
                weight,
                model.probability(weight),
                outcome > 0));
      }
    }
  }
}
