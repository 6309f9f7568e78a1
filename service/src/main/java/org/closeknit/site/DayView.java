package org.closeknit.site;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A person's day as it is shown. */
public record DayView(
    String day,
    String sentence,
    String now,
    List<Card> cards,
    List<Awaited> awaited,
    List<Line> children,
    boolean desk,
    String deskPhone) {

  /** How many of a kind are seen before the rest is unfolded. */
  private static final int AT_ONCE = 7;

  /** The first, and all that moves on today: none of those may be overlooked. */
  public List<Card> cardsFirst() {
    return Stream.concat(
            cards.stream().limit(AT_ONCE),
            cards.stream().skip(AT_ONCE).filter(card -> !card.movesOn().isEmpty()))
        .toList();
  }

  public List<Card> cardsThen() {
    return cards.stream().skip(AT_ONCE).filter(card -> card.movesOn().isEmpty()).toList();
  }

  public List<Awaited> awaitedFirst() {
    return awaited.stream().limit(AT_ONCE).toList();
  }

  public List<Awaited> awaitedThen() {
    return awaited.stream().skip(AT_ONCE).toList();
  }

  /** A child of whom some wait to be confirmed: {@code Harriet Quill, safeguarding lead, ...}. */
  public record Awaited(String href, String surname, String given, List<String> who) {}

  /** Whether anything still waits. */
  public boolean waits() {
    return cards.stream().anyMatch(card -> card.had().isEmpty());
  }

  /**
   * A notice: blanks where nothing is known, or where it is not for this reader.
   *
   * @param count how often it was raised: an answer to it is an answer to so much
   * @param before what somebody answered before it grew
   */
  public record Card(
      UUID id,
      int count,
      boolean alert,
      String headline,
      String about,
      String story,
      String before,
      String movesOn,
      String had,
      String answer,
      String phone,
      String place,
      String href) {}

  /** A child in the list of one's own. */
  public record Line(String href, String surname, String given, String born) {}
}
