package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** RFC 8785, for what an entry holds. */
class TheOneWayToWrite {
  private static String written(Map<String, Object> members) {
    return new String(Canonical.write(new TreeMap<>(members)), StandardCharsets.UTF_8);
  }

  /** RFC 8785, 3.2.3: by UTF-16 units, so that the smile stands before the Hebrew letter. */
  @Test
  void sorts_as_the_standard_s_example() {
    assertThat(
            written(
                Map.of(
                    "\u20ac", "Euro Sign",
                    "\r", "Carriage Return",
                    "\ufb33", "Hebrew Letter Dalet With Dagesh",
                    "1", "One",
                    "\ud83d\ude00", "Emoji: Grinning Face",
                    "\u0080", "Control",
                    "\u00f6", "Latin Small Letter O With Diaeresis")))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** RFC 8785, 3.2.2: the string of its example. */
  @Test
  void escapes_as_the_standard_s_example() {
    assertThat(written(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/")))
        .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void is_read_again() {
    Map<String, Object> all =
        Map.of(
            "b", true, "c", false, "l", List.of("1 who", "t\tb"), "n", 12, "s", "\u0001\b\f\u00e9");
    assertThat(Canonical.read(Canonical.write(new TreeMap<>(all)))).isEqualTo(all);
    assertThat(Canonical.read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void is_the_only_one() {
    for (String other :
        List.of(
            "",
            "{",
            "{}x",
            " {}",
            "{\"a\": 1}",
            "{\"b\":1,\"a\":1}",
            "{\"a\":01}",
            "{\"a\":1.0}",
            "{\"a\":\"\\u0041\"}",
            "{\"a\":\"\\/\"}",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":null}",
            "{\"a\":[1]}",
            "{\"a\":\"\\u001F\"}")) {
      assertThatExceptionOfType(LedgerBroken.class)
          .as(other)
          .isThrownBy(() -> Canonical.read(other.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
