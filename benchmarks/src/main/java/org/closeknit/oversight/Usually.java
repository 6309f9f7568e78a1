package org.closeknit.oversight;

/** The part of looks without a ground among people of one work, as it was until yesterday. */
final class Usually {
  /** Before anything is known: as many as elsewhere. */
  private static final double AT_FIRST = 0.06;

  private static final double LOOKS_AT_FIRST = 1_000;

  private double looks = LOOKS_AT_FIRST;
  private double without = LOOKS_AT_FIRST * AT_FIRST;
  private double share = AT_FIRST;

  void count(Ground ground) {
    looks++;
    without += ground.explains() ? 0 : 1;
  }

  void dayIsOver() {
    share = without / looks;
  }

  double share() {
    return share;
  }
}
