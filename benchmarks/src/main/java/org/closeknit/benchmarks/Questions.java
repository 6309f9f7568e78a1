package org.closeknit.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Every child once, in an order of chance, before any is asked for again. */
final class Questions {
  /** So many nurses ask in turn: none of them has two hands free for two checks at once. */
  private static final int NURSES = 3_000;

  private final List<Population.Child> children;
  private final AtomicInteger next = new AtomicInteger();

  Questions(Population population) {
    this.children = new ArrayList<>(population.children());
    Collections.shuffle(children, new Random(4));
  }

  /** A question of its own trace. */
  CheckLine.Question next() {
    int number = next.getAndIncrement();
    String nhsNumber = children.get(number % children.size()).nhsNumber();
    return new CheckLine.Question(
        nhsNumber, UUID.randomUUID().toString(), "nurse-" + number % NURSES);
  }

  int asked() {
    return next.get();
  }

  boolean askedAgain() {
    return next.get() > children.size();
  }
}
