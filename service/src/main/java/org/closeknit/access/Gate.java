package org.closeknit.access;

import java.util.Locale;

/** What an agency keeps behind the second wall, by the kinds for which the wall has a gate. */
public enum Gate {
  STATUSES,
  EVENTS,
  VISITS,
  RELATIONSHIPS,
  SEALED_LINKS;

  String setting() {
    return "closeknit.keeps_" + name().toLowerCase(Locale.ROOT);
  }
}
