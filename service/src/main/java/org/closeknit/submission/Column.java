package org.closeknit.submission;

import java.util.List;

/**
 * A column of a kind of file.
 *
 * @param longest how many characters a cell may have
 * @param words what a {@link Form#WORD} or {@link Form#HANDLING} may say
 */
public record Column(String name, Form form, boolean required, int longest, List<String> words) {
  private static final int WORD = 40;

  public Column {
    words = List.copyOf(words);
  }

  static Column text(String name, int longest) {
    return new Column(name, Form.TEXT, false, longest, List.of());
  }

  static Column longText(String name, int longest) {
    return new Column(name, Form.LONG_TEXT, false, longest, List.of());
  }

  static Column oneOf(String name, String... words) {
    return new Column(name, Form.WORD, false, WORD, List.of(words));
  }

  static Column handling(String... words) {
    return new Column("handling", Form.HANDLING, false, WORD, List.of(words));
  }

  static Column of(String name, Form form) {
    return new Column(name, form, false, WORD, List.of());
  }

  Column needed() {
    return new Column(name, form, true, longest, words);
  }
}
