package org.closeknit.quality;

import java.util.List;
import java.util.Optional;
import org.closeknit.submission.LineCode;
import org.closeknit.submission.Sendings.Unmended;

/**
 * How well what an agency sends can be used today.
 *
 * @param people those in scope: of a council the ones on a plan or looked after, of any other
 *     agency every child that it keeps a record of, and in both those whose only line was refused
 * @param found of these, the ones that a check finds by number
 * @param children every child that the agency keeps a record of
 * @param numberless of these children, the ones whose record carries no number
 */
record Figures(int people, int found, int children, int numberless, List<Unmended> refused) {
  /** What CP-IS asks of a council before it goes live. */
  static final double NEEDED = 0.95;

  Figures {
    refused = List.copyOf(refused);
  }

  /** Refused lines that carry a number that has been replaced. */
  int replaced() {
    return (int) refused.stream().filter(one -> one.code() == LineCode.CPR05).count();
  }

  int notFound() {
    return people - found;
  }

  /** Empty when there is nobody in scope. */
  Optional<Double> share() {
    return share(people, found);
  }

  static Optional<Double> share(int people, int found) {
    return people == 0 ? Optional.empty() : Optional.of((double) found / people);
  }
}
