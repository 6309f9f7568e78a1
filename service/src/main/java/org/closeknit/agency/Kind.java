package org.closeknit.agency;

import java.util.Locale;

/** What sort of body an agency is. */
public enum Kind {
  COUNCIL,
  HOSPITAL,
  POLICE,
  SCHOOL,
  REPORTER,
  GP;

  /** The words that people use. */
  public String words() {
    return switch (this) {
      case COUNCIL -> "Council";
      case HOSPITAL -> "Hospital";
      case POLICE -> "Police";
      case SCHOOL -> "School";
      case REPORTER -> "Children’s Reporter";
      case GP -> "General practice or community health";
    };
  }

  public static Kind read(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
