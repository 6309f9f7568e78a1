package org.closeknit.person;

import java.util.Locale;

/** How far the sender lets an item travel. What is not known counts as the strictest. */
public enum Handling {
  SHARED,
  PROFESSIONALS_ONLY,
  POLICE_SENSITIVE,
  BROKER,
  AGENCY_ONLY;

  /** As people read it. */
  public String words() {
    return switch (this) {
      case SHARED -> "shared";
      case PROFESSIONALS_ONLY -> "for professionals only";
      case POLICE_SENSITIVE -> "police-sensitive";
      case BROKER -> "through a broker";
      case AGENCY_ONLY -> "for one’s own agency";
    };
  }

  /** Blank and {@code open} are shared; a word that we do not know is for the sender alone. */
  public static Handling read(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "shared", "open" -> SHARED;
      case "professionals-only" -> PROFESSIONALS_ONLY;
      case "police-sensitive" -> POLICE_SENSITIVE;
      case "broker" -> BROKER;
      default -> AGENCY_ONLY;
    };
  }
}
