package org.closeknit.match;

import org.closeknit.linkage.Model;

/**
 * A version of the model.
 *
 * @param version 0 for the one that comes with the engine
 * @param trainedOn how many records were held then
 */
record TrainedModel(int version, int trainedOn, Model model) {
  /** Below this the engine's own model knows more than the data do. */
  static final int ENOUGH_TO_TRAIN_ON = 1_000;

  static TrainedModel shipped() {
    return new TrainedModel(0, 0, Model.shipped());
  }

  /** Whether so many records teach something new: twice as many as at the last training. */
  boolean isOutgrownBy(int held) {
    return held >= ENOUGH_TO_TRAIN_ON && held >= 2 * trainedOn;
  }
}
