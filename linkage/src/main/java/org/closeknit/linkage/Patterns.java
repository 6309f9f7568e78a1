package org.closeknit.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a comparison as a word of one letter for each field, so that equal ones are counted as
 * one.
 */
final class Patterns {
  /** The letter of a field that one of the records does not have. */
  static final char ABSENT = '-';

  private final List<Field> fields;
  private final Map<String, Integer> places = new HashMap<>();
  private final Comparison comparison = new Comparison();

  Patterns(List<Field> fields) {
    this.fields = fields;
    for (int i = Comparison.FIXED; i < fields.size(); i++) {
      places.put(fields.get(i).name(), i);
    }
  }

  List<Field> fields() {
    return fields;
  }

  String of(Profile a, Profile b) {
    comparison.compare(a, b);
    char[] pattern = new char[fields.size()];
    Arrays.fill(pattern, ABSENT);
    for (int i = 0; i < Comparison.FIXED; i++) {
      put(pattern, i, comparison.levels[i]);
    }
    for (int i = 0; i < comparison.facts; i++) {
      int place = places.getOrDefault(a.factNames[comparison.leftFacts[i]], -1);
      put(pattern, place, comparison.levels[Comparison.FIXED + i]);
    }
    return new String(pattern);
  }

  private static void put(char[] pattern, int place, int level) {
    if (level != Level.ABSENT && place >= 0) {
      pattern[place] = (char) ('0' + level);
    }
  }

  static int level(String pattern, int place) {
    char letter = pattern.charAt(place);
    return letter == ABSENT ? Level.ABSENT : letter - '0';
  }
}
