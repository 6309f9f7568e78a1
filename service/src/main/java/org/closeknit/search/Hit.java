package org.closeknit.search;

import java.util.List;
import org.closeknit.pages.Sign;
import org.closeknit.pages.Tag;

/**
 * A child who fits, as the page shows it.
 *
 * @param keepers the agencies whose records of the child are open to the reader
 * @param area the first half of the postcode, blank where none may be shown
 * @param why in words, thing by thing
 */
public record Hit(
    String href,
    String surname,
    String given,
    Born born,
    List<Keeper> keepers,
    String area,
    List<Status> statuses,
    String why) {
  public Hit {
    keepers = List.copyOf(keepers);
    statuses = List.copyOf(statuses);
  }

  /** A date that stays in one line, and the age behind it. */
  public record Born(String date, String age) {}

  /** Who keeps a record. */
  public record Keeper(Sign sign, String name) {}

  /** A status in force. */
  public record Status(String name, Tag look) {}

  @Override
  public String toString() {
    return "Hit[***]";
  }
}
