package org.closeknit.site;

import java.util.List;
import java.util.UUID;

/** A person's day as it is shown. */
public record DayView(
    String day,
    String sentence,
    String now,
    List<Card> cards,
    List<Line> children,
    String deskPhone) {

  /** Whether anything still waits. */
  public boolean waits() {
    return cards.stream().anyMatch(card -> card.had().isEmpty());
  }

  /** A notice: blanks where nothing is known, or where it is not for this reader. */
  public record Card(
      UUID id,
      boolean alert,
      String headline,
      String about,
      String story,
      String movesOn,
      String had,
      String answer,
      String phone,
      String place,
      String href) {}

  /** A child in the list of one's own. */
  public record Line(String href, String surname, String given, String born) {}
}
