package org.closeknit.review;

import java.util.List;

/**
 * How many pairs wait, since when, and for whom: numbers and agencies, and nothing of any child.
 *
 * @param ours those that touch the reader's agency
 * @param nobodys those that nobody may decide, whichever agencies they are of
 */
public record WaitingView(List<Row> ours, List<Row> nobodys, boolean nothing) {

  /**
   * Pairs of the same agencies that the same people decide.
   *
   * @param whose the agencies that keep the records
   * @param who who decides; blank where nobody may
   */
  public record Row(String whose, int count, String since, String who) {}
}
