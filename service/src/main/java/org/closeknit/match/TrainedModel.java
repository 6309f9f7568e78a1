package org.closeknit.match;

import org.closeknit.linkage.Model;

/**
 * A version of the model.
 *
 * @param version 0 for the one that comes with the engine
 * @param trainedOn how many records were held then
 */
record TrainedModel(int version, String name, int trainedOn, Model model) {
  private static final String SHIPPED = "the one that comes with the engine";

  /** Below this the engine's own model knows more than the data do. */
  static final int ENOUGH_TO_TRAIN_ON = 1_000;

  static TrainedModel shipped() {
    return new TrainedModel(0, SHIPPED, 0, Model.shipped());
  }

  /**
   * A file of a new agency's may bring the first true pairs there are; among records five times as
   * many it no longer changes what is known.
   */
  private static final double GROWTH = 1.25;

  static String named(String given, int version) {
    return given.isBlank() ? "version " + version : given;
  }

  /** Whether so many records teach something new. */
  boolean isOutgrownBy(int held) {
    return held >= ENOUGH_TO_TRAIN_ON && held >= GROWTH * trainedOn;
  }
}
