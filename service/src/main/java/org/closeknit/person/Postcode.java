package org.closeknit.person;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A postcode in one spelling: capitals, one space before the last three characters when British.
 */
public record Postcode(String text) {
  // BS 7666 by way of the government's bulk data transfer pattern.
  private static final Pattern BRITISH =
      Pattern.compile("(GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2})");

  /** A postcode that is not British is kept as it was written. */
  public static Postcode of(String written) {
    String compact = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (compact.length() > 3) {
      String spaced =
          compact.substring(0, compact.length() - 3)
              + " "
              + compact.substring(compact.length() - 3);
      if (BRITISH.matcher(spaced).matches()) {
        return new Postcode(spaced);
      }
    }
    return new Postcode(written.strip());
  }

  public boolean isBritish() {
    return BRITISH.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "Postcode[***]";
  }
}
