package org.closeknit.review;

import java.util.List;

/**
 * The pairs that wait for a data steward, those first where a wrong answer harms most, and those
 * decided lately.
 *
 * @param count how many wait; the list holds the first of them
 * @param asked those about which the reader's agency has asked another, and is not answered
 * @param second those that the reader would join, and that wait for a second person
 */
public record QueueView(
    int count,
    List<Line> waiting,
    String oldest,
    List<Line> second,
    List<Line> asked,
    List<Line> decided,
    String said,
    String notFound,
    String before,
    String after) {

  /**
   * One pair.
   *
   * @param words why it waits, or what was decided
   * @param matters why it stands where it does
   * @param when since when, or when
   */
  public record Line(
      String href,
      ReviewView.Side left,
      ReviewView.Side right,
      String words,
      List<String> matters,
      String when) {}
}
