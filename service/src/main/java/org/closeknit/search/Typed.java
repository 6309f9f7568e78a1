package org.closeknit.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Understands what somebody types of a child: names in any order, initials, a birth date or an age,
 * a school, an area, a number. Pure, and never at a loss: what it makes nothing of, it says.
 */
final class Typed {
  /** Longer than anybody says of one child. */
  static final int LONGEST = 200;

  private static final int MOST_PARTS = 10;

  private Typed() {}

  static Understood understand(String typed, LocalDate today) {
    if (typed.length() > LONGEST) {
      return new Understood(
          List.of(), List.of("That is more than is needed: a name and one thing more will do"));
    }
    var tokens = new Tokens(typed);
    var parts = new ArrayList<Understood.Part>();
    var unread = new ArrayList<String>();
    var words = new TypedWords(parts);
    while (tokens.left()) {
      Optional<Understood.Part> part =
          TypedNumbers.number(tokens)
              .or(() -> TypedDates.date(tokens, today))
              .or(() -> TypedDates.age(tokens, today))
              .or(() -> TypedNumbers.area(tokens));
      if (part.isPresent()) {
        parts.add(part.get());
      } else if (TypedNumbers.tenDigits(tokens)) {
        unread.add("The ten digits are no NHS or CHI number. Look at them again");
      } else {
        TypedNumbers.ownNumber(tokens).ifPresentOrElse(parts::add, () -> words.take(tokens));
      }
    }
    if (parts.size() > MOST_PARTS) {
      return new Understood(
          List.of(), List.of("That is more than is needed: a name and one thing more will do"));
    }
    return new Understood(parts, unread);
  }
}
