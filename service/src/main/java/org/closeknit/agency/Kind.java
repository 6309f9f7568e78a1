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

  static Kind read(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
