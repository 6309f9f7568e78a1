package org.closeknit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one way to write an entry: RFC 8785 (JSON Canonicalization Scheme) for a flat object of
 * strings, whole numbers, true and false, and lists of strings.
 */
public final class Canonical {
  private static final String HEX = "0123456789abcdef";

  private Canonical() {}

  /** Members stand by the UTF-16 units of their names (RFC 8785, 3.2.3), which is Java's order. */
  public static byte[] write(SortedMap<String, ?> members) {
    StringBuilder json = new StringBuilder(512).append('{');
    members.forEach((name, value) -> {
      json.append(json.length() > 1 ? "," : "");
      string(json, name);
      json.append(':');
      value(json, value);
    });
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void value(StringBuilder json, Object value) {
    switch (value) {
      case String text -> string(json, text);
      case Boolean flag -> json.append(flag.booleanValue());
      case Integer number -> json.append(number.intValue());
      case List<?> texts -> list(json, texts);
      default -> throw new IllegalArgumentException("a text, a number, a flag or texts");
    }
  }

  private static void list(StringBuilder json, List<?> texts) {
    json.append('[');
    for (int i = 0; i < texts.size(); i++) {
      json.append(i > 0 ? "," : "");
      string(json, (String) texts.get(i));
    }
    json.append(']');
  }

  /** RFC 8785, 3.2.2.2: what must be escaped is, in its shortest form, and nothing else. */
  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> plain(json, c);
      }
    }
    json.append('"');
  }

  private static void plain(StringBuilder json, char c) {
    if (c < ' ') {
      json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    } else {
      json.append(c);
    }
  }

  /** Throws unless it was written in the one way. */
  public static Map<String, Object> read(byte[] json) {
    Reading reading = new Reading(new String(json, StandardCharsets.UTF_8));
    try {
      TreeMap<String, Object> members = reading.object();
      if (Arrays.equals(write(members), json)) {
        return members;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
      // Answered below, as another spelling is.
    }
    throw new LedgerBroken("an entry", "a text in canonical form", "something else");
  }

  /** Reads leniently: whoever wants the one way writes it again and compares. */
  private static final class Reading {
    private final String json;
    private int at;

    private Reading(String json) {
      this.json = json;
    }

    private TreeMap<String, Object> object() {
      TreeMap<String, Object> members = new TreeMap<>();
      take('{');
      while (json.charAt(at) != '}') {
        String name = string();
        take(':');
        members.put(name, value());
        skipComma();
      }
      return members;
    }

    private Object value() {
      return switch (json.charAt(at)) {
        case '"' -> string();
        case '[' -> list();
        default -> word();
      };
    }

    private List<String> list() {
      List<String> texts = new ArrayList<>();
      take('[');
      while (json.charAt(at) != ']') {
        texts.add(string());
        skipComma();
      }
      at++;
      return texts;
    }

    private Object word() {
      int from = at;
      while (Character.isLetterOrDigit(json.charAt(at)) || json.charAt(at) == '-') {
        at++;
      }
      String word = json.substring(from, at);
      return switch (word) {
        case "true" -> Boolean.TRUE;
        case "false" -> Boolean.FALSE;
        default -> Integer.valueOf(word);
      };
    }

    private String string() {
      StringBuilder text = new StringBuilder();
      take('"');
      while (json.charAt(at) != '"') {
        char c = json.charAt(at++);
        text.append(c == '\\' ? escaped() : c);
      }
      at++;
      return text.toString();
    }

    private char escaped() {
      char c = json.charAt(at++);
      return switch (c) {
        case 'b' -> '\b';
        case 't' -> '\t';
        case 'n' -> '\n';
        case 'f' -> '\f';
        case 'r' -> '\r';
        case 'u' -> (char) Integer.parseInt(json.substring(at, at += 4), 16);
        default -> c;
      };
    }

    private void skipComma() {
      at += json.charAt(at) == ',' ? 1 : 0;
    }

    private void take(char wanted) {
      if (json.charAt(at++) != wanted) {
        throw new IllegalArgumentException("another sign");
      }
    }
  }
}
