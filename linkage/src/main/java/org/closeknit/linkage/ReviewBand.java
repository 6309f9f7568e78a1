package org.closeknit.linkage;

/**
 * The probabilities between which a human decides. Above {@code sure} a join that is wrong is rarer
 * than 1 in 2,000 on every set measured; below {@code possible} a human would look at 25 pairs to
 * find one.
 */
public record ReviewBand(double possible, double sure) {
  public static final ReviewBand SHIPPED = new ReviewBand(0.05, 0.999);
}
