package org.closeknit.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.closeknit.audit.Asker;
import org.closeknit.person.Reading;

/**
 * The person whom a machine names: {@code id=...; name=...; role=...}, each value percent-encoded
 * UTF-8. One who cannot be read is not nobody: what the machine asks must not pass for its own.
 */
final class BehalfHeader {
  private static final Set<String> KEYS = Set.of("id", "name", "role");
  private static final int LONGEST_ID = 200;

  /** Beyond this a name is shortened: it is shown on worklists. */
  private static final int LONGEST_SHOWN = 80;

  private static final Reading<Asker.OnBehalf> UNREADABLE =
      new Reading.Bad<>("The header On-Behalf-Of cannot be read: id=...; name=...; role=...");

  private BehalfHeader() {}

  static Reading<Asker.OnBehalf> read(String header) {
    Map<String, String> said = new HashMap<>();
    for (String part : header.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      String key = part.substring(0, Math.max(equals, 0)).strip();
      Reading<String> value = decoded(part.substring(equals + 1).strip());
      if (!(value instanceof Reading.Good<String>(String text))
          || !KEYS.contains(key)
          || said.put(key, text) != null) {
        return UNREADABLE;
      }
    }
    String id = said.getOrDefault("id", "");
    String name = said.getOrDefault("name", "");
    return name.isBlank() || id.length() > LONGEST_ID
        ? UNREADABLE
        : new Reading.Good<>(
            new Asker.OnBehalf(id, shown(name), shown(said.getOrDefault("role", ""))));
  }

  private static Reading<String> decoded(String value) {
    try {
      // A plus is a plus here: only percent-encoding counts.
      String text = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0
          ? new Reading.Good<>(text.replaceAll("\\p{Cntrl}", "").strip())
          : new Reading.Bad<>("bytes that are not UTF-8");
    } catch (IllegalArgumentException notPercentEncoded) {
      return new Reading.Bad<>("not percent-encoded");
    }
  }

  private static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)).strip() + "…";
  }
}
