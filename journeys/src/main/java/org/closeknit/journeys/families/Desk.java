package org.closeknit.journeys.families;

import org.closeknit.journeys.cast.Agency;

/** An agency as far as its books go. */
record Desk(String agency, String name, String kind, boolean inScotland, String prefix) {

  static Desk of(Agency agency) {
    StringBuilder initials = new StringBuilder();
    for (String word : agency.id().split("-")) {
      initials.append(Character.toUpperCase(word.charAt(0)));
    }
    return new Desk(
        agency.id(), agency.name(), agency.kind(), agency.in("scotland"), initials + "-");
  }

  boolean is(String wanted) {
    return kind.equals(wanted);
  }
}
