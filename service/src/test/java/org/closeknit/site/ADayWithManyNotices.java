package org.closeknit.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ADayWithManyNotices {
  private static final String MOVES_ON = "No one has answered yet. Goes to the duty desk at 10:42.";

  @Test
  void what_moves_on_today_is_never_folded_away() {
    DayView day = day(cards(9, MOVES_ON));

    assertThat(day.cardsFirst()).hasSize(9);
    assertThat(day.cardsThen()).isEmpty();
  }

  @Test
  void what_has_no_clock_is_folded_after_the_seventh() {
    List<DayView.Card> cards = cards(9, "");
    cards.addAll(cards(1, MOVES_ON));

    DayView day = day(cards);

    assertThat(day.cardsFirst()).hasSize(8).last().isEqualTo(cards.getLast());
    assertThat(day.cardsThen()).containsExactly(cards.get(7), cards.get(8));
  }

  private static List<DayView.Card> cards(int count, String movesOn) {
    var cards = new ArrayList<DayView.Card>();
    for (int i = 0; i < count; i++) {
      cards.add(
          new DayView.Card(
              UUID.randomUUID(), 1, false, "Asked", "", "", "", movesOn, "", "", "", "", ""));
    }
    return cards;
  }

  private static DayView day(List<DayView.Card> cards) {
    return new DayView("", "", "", cards, List.of(), List.of(), false, "");
  }
}
