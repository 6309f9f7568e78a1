package org.closeknit.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closeknit.match.Clue;
import org.closeknit.match.Clues;

/**
 * What somebody tries when they try one after another: days or numbers that lie close to each
 * other, in whatever order. Pure.
 */
enum Sweep {
  /** Children whom a worker deals with in a day are born days apart by chance hardly ever. */
  DAY(3, "birth dates"),
  /** Numbers given out one after the other differ in their last digits before the check digit. */
  NUMBER(30, "numbers");

  /** So many neighbours in a day are no chance, and no family. */
  static final int LONG = 6;

  private final long apart;
  private final String words;

  Sweep(long apart, String words) {
    this.apart = apart;
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The values of this kind that were asked for. */
  List<Long> values(Clues clues) {
    Function<Clue, Stream<Long>> value =
        switch (this) {
          case DAY ->
              clue ->
                  clue instanceof Clue.Born born && born.isDay()
                      ? Stream.of(born.from().toEpochDay())
                      : Stream.empty();
          case NUMBER ->
              clue ->
                  clue instanceof Clue.Number(String digits)
                      ? Stream.of(Long.parseLong(digits.substring(0, digits.length() - 1)))
                      : Stream.empty();
        };
    return clues.all().stream().flatMap(value).toList();
  }

  /** How many of a day's values lie in one row of neighbours, where they are too many. */
  Optional<Integer> in(List<Long> tried) {
    int longest = 0;
    int row = 0;
    Long before = null;
    for (long value : tried.stream().distinct().sorted().toList()) {
      row = before != null && value - before <= apart ? row + 1 : 1;
      longest = Math.max(longest, row);
      before = value;
    }
    return longest >= LONG ? Optional.of(longest) : Optional.empty();
  }
}
