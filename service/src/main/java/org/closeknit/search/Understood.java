package org.closeknit.search;

import java.util.List;
import java.util.stream.Collectors;
import org.closeknit.match.Clue;
import org.closeknit.match.Clues;

/**
 * What was typed, as it was understood.
 *
 * @param unread what could not be made anything of, in words that say what to do
 */
record Understood(List<Part> parts, List<String> unread) {
  Understood {
    parts = List.copyOf(parts);
    unread = List.copyOf(unread);
  }

  /** One thing, and how it was written. */
  record Part(Clue clue, String written) {
    @Override
    public String toString() {
      return "Part[***]";
    }
  }

  Clues clues() {
    return new Clues(parts.stream().map(Part::clue).toList());
  }

  /** The kinds of things that were said, and nothing of what was said of whom. */
  String shape() {
    String kinds =
        parts.stream()
            .map(part -> kind(part.clue()))
            .distinct()
            .collect(Collectors.joining(" and "));
    return kinds.isEmpty() ? "nothing" : kinds;
  }

  private static String kind(Clue clue) {
    return switch (clue) {
      case Clue.Word unused -> "name";
      case Clue.Initial unused -> "initial";
      case Clue.Born born -> born.about() ? "age" : "birth date";
      case Clue.School unused -> "school";
      case Clue.Area unused -> "area";
      case Clue.Number unused -> "number";
      case Clue.OwnNumber unused -> "own number";
    };
  }

  /** How the page says it: {@code Name: Ada, O…}. */
  List<String> words() {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                part -> label(part.clue()),
                java.util.LinkedHashMap::new,
                Collectors.mapping(Part::written, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(group -> group.getKey() + group.getValue())
        .toList();
  }

  private static String label(Clue clue) {
    return switch (clue) {
      case Clue.Word unused -> "Name: ";
      case Clue.Initial unused -> "Name: ";
      case Clue.Born born -> born.about() ? "About " : "Born ";
      case Clue.School unused -> "School: ";
      case Clue.Area unused -> "Area: ";
      case Clue.Number unused -> "NHS or CHI number: ";
      case Clue.OwnNumber unused -> "Your own number: ";
    };
  }

  @Override
  public String toString() {
    return "Understood[***]";
  }
}
