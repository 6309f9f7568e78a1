package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Scores each pair of rows that share a key once; what is kept does not depend on the threads. */
final class Pairing {
  private static final int PARTS = 16;

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
      BlockedRows blocks = BlockedRows.of(rows.profiles());
      int parts = Math.max(1, Math.min(blocks.count(), PARTS));
      List<List<ScoredPair>> all =
          IntStream.range(0, parts).parallel().mapToObj(part -> part(blocks, part, parts)).toList();
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

  private List<ScoredPair> part(BlockedRows blocks, int part, int parts) {
    Judgement judgement = Judgement.ofMany(model);
    List<ScoredPair> pairs = new ArrayList<>();
    int to = (int) ((part + 1L) * blocks.count() / parts);
    for (int block = (int) ((long) part * blocks.count() / parts); block < to; block++) {
      blocks.pairs(
          block,
          (left, right) -> {
            if (!options.linkOnly() || rows.input(left) != rows.input(right)) {
              score(judgement, left, right, pairs);
            }
          });
    }
    return pairs;
  }

  private void score(Judgement judgement, int left, int right, List<ScoredPair> pairs) {
    double weight = judgement.weighIfWorth(rows.profile(left), rows.profile(right));
    int outcome = judgement.outcome(weight);
    if (outcome >= 0) {
      pairs.add(new ScoredPair(left, right, weight, model.probability(weight), outcome > 0));
    }
  }
}
