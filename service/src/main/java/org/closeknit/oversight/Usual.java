package org.closeknit.oversight;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is usual among people who do the same work: the part of children at whom they look without a
 * ground, and how much they differ in it. Pure.
 *
 * @param spread how much more they differ than by chance alone, at least 1
 */
record Usual(double share, double spread) {
  /** Of those who stand out most, so few do not make it usual. */
  private static final double LEFT_OUT = 0.02;

  /**
   * @param children at whom each looked
   * @param without those of them without a ground
   */
  static Usual of(int[] children, int[] without) {
    long all = Arrays.stream(children).asLongStream().sum();
    if (all == 0) {
      return new Usual(0, 1);
    }
    double rough = Arrays.stream(without).asLongStream().sum() / (double) all;
    int[] nearest =
        IntStream.range(0, children.length)
            .filter(i -> children[i] > 0)
            .boxed()
            .sorted(java.util.Comparator.comparingDouble(i -> without[i] - rough * children[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = nearest.length - (int) Math.ceil(nearest.length * LEFT_OUT);
    return among(children, without, Arrays.copyOf(nearest, Math.max(1, kept)));
  }

  private static Usual among(int[] children, int[] without, int[] who) {
    double looked = Arrays.stream(who).mapToDouble(i -> children[i]).sum();
    double share = Arrays.stream(who).mapToDouble(i -> without[i]).sum() / looked;
    double spread =
        Arrays.stream(who)
            .mapToDouble(i -> {
              double expected = share * children[i];
              double off = without[i] - expected;
              return off * off / Math.max(expected, 0.5);
            })
            .average()
            .orElse(1);
    return new Usual(share, Math.max(1, spread));
  }
}
