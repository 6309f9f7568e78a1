package org.closeknit.access;

import java.util.List;

/** Some sentences of the rules, under what they are about. */
public record Section(String title, List<String> sentences) {
  public Section {
    sentences = List.copyOf(sentences);
  }
}
