package org.closeknit.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Several do the same beside each other, and what fails in one of them fails. */
final class AtOnce {
  private static final int SEVERAL = 3;

  private AtOnce() {}

  static <T> void each(Collection<T> all, Consumer<T> way) {
    try (ExecutorService several = Executors.newFixedThreadPool(SEVERAL)) {
      var going = new ArrayList<Future<?>>();
      all.forEach(one -> going.add(several.submit(() -> way.accept(one))));
      for (Future<?> one : going) {
        one.get();
      }
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
