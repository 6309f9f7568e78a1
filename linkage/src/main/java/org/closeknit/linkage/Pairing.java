package org.closeknit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scores each pair of rows that share a key once; what is kept does not depend on the threads. */
final class Pairing {
  private static final int STRIPE = 512;

  /** A key that more rows share is too common to be looked at alone; numbers always are. */
  private static final int LARGEST_BLOCK = 400;

  private final Model model;
  private final Rows rows;
  private final Linking.Options options;
  private final Blocks blocks = new Blocks();

  Pairing(Model model, Rows rows, Linking.Options options) {
    this.model = model;
    this.rows = rows;
    this.options = options;
  }

  List<ScoredPair> scored() {
    for (int row = 0; row < rows.size(); row++) {
      blocks.add(Keys.of(rows.profile(row)), row);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, options.threads()))) {
      List<Future<List<ScoredPair>>> stripes = new ArrayList<>();
      for (int from = 0; from < rows.size(); from += STRIPE) {
        int start = from;
        stripes.add(threads.submit(() -> stripe(start, Math.min(start + STRIPE, rows.size()))));
      }
      List<ScoredPair> all = new ArrayList<>();
      for (Future<List<ScoredPair>> stripe : stripes) {
        all.addAll(stripe.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("linking was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("linking failed", e.getCause());
    }
  }

  private List<ScoredPair> stripe(int from, int to) {
    Judgement judgement = new Judgement(model);
    List<ScoredPair> pairs = new ArrayList<>();
    for (int right = from; right < to; right++) {
      Profile profile = rows.profile(right);
      for (int left : blocks.rowsOfSmall(Keys.of(profile), LARGEST_BLOCK)) {
        if (left >= right) {
          break;
        }
        if (!options.linkOnly() || rows.input(left) != rows.input(right)) {
          score(judgement, left, right, pairs);
        }
      }
    }
    return pairs;
  }

  private void score(Judgement judgement, int left, int right, List<ScoredPair> pairs) {
    double weight = judgement.weigh(rows.profile(left), rows.profile(right));
    int outcome = judgement.outcome(weight);
    if (outcome >= 0) {
      pairs.add(new ScoredPair(left, right, weight, model.probability(weight), outcome > 0));
    }
  }
}
