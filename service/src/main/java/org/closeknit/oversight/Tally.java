package org.closeknit.oversight;

import java.util.Locale;
import java.util.Optional;

/**
 * How many different children somebody looked at without any ground, beside others who do the same
 * work. Pure.
 *
 * @param days of how many days it is told
 * @param children at whom they looked
 * @param without those of them without a ground
 * @param usual the part without a ground among all who do the same work
 * @param spread how much more people differ from each other than by chance alone, at least 1
 */
record Tally(int days, int children, int without, double usual, double spread) {
  /** Fewer can be slips, and a person who is asked for each slip learns to answer nothing. */
  private static final int FEWEST = 6;

  /** As unlikely for somebody who works as the others do as a child's birth on a given minute. */
  static final double FAR = 5;

  /** How far above the usual it lies, in units of how people differ. */
  double above() {
    double expected = children * usual;
    return (without - expected) / Math.sqrt(spread * expected + 1);
  }

  boolean isTooMany(double far) {
    return without >= FEWEST && above() >= far;
  }

  Optional<String> words() {
    return isTooMany(FAR)
        ? Optional.of(
            "In %s they looked at %d children without anything that says why, of %d in all; of people with the same work one would expect %s."
                .formatted(
                    days == 1 ? "one day" : days + " days",
                    without,
                    children,
                    String.format(Locale.UK, "%.1f", children * usual)))
        : Optional.empty();
  }
}
