package org.closeknit.attendance;

import java.util.Locale;
import org.closeknit.person.Reading;

/** Whether a visit came about. Blank counts as kept. */
public enum Kept {
  YES,
  NOT_BROUGHT,
  CANCELLED;

  public static Reading<Kept> read(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "yes" -> new Reading.Good<>(YES);
      case "not-brought" -> new Reading.Good<>(NOT_BROUGHT);
      case "cancelled" -> new Reading.Good<>(CANCELLED);
      default -> new Reading.Bad<>("kept is yes, not-brought or cancelled");
    };
  }
}
