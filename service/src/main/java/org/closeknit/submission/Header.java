package org.closeknit.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first line of a file: which column stands where. */
record Header(SubmissionKind kind, List<Column> columns) {
  private static final int LONGEST_NAME_SHOWN = 40;

  /**
   * @throws UnreadableFile when a column is unknown, missing or there twice
   */
  static Header read(SubmissionKind kind, Cells first) {
    List<String> names = first.cells().stream().map(String::strip).toList();
    // What names no column at all is not a header but may be a person: it is not echoed.
    if (names.stream().noneMatch(name -> resembles(kind, name))) {
      throw new UnreadableFile(first.number(), noHeader(kind, names));
    }
    var columns = new ArrayList<Column>();
    var seen = new HashSet<String>();
    for (String name : names) {
      columns.add(
          kind.column(name)
              .orElseThrow(() -> new UnreadableFile(first.number(), unknown(kind, name))));
      if (!seen.add(name)) {
        throw new UnreadableFile(first.number(), "the column " + name + " is there twice");
      }
    }
    for (Column column : kind.columns()) {
      if (column.required() && !seen.contains(column.name())) {
        throw new UnreadableFile(
            first.number(), "the column %s is missing".formatted(column.name()));
      }
    }
    return new Header(kind, List.copyOf(columns));
  }

  int position(String name) {
    return columns.stream().map(Column::name).toList().indexOf(name);
  }

  /** A column's name, be it in capitals or with spaces. */
  private static boolean resembles(SubmissionKind kind, String name) {
    return kind.column(name.toLowerCase(Locale.ROOT).replace(' ', '_')).isPresent();
  }

  private static String noHeader(SubmissionKind kind, List<String> names) {
    for (String sign : List.of(";", "\t", "|")) {
      boolean dividedByIt =
          names.size() == 1
              && Stream.of(names.getFirst().split(Pattern.quote(sign)))
                  .anyMatch(name -> resembles(kind, name.strip()));
      if (dividedByIt) {
        return "its cells are divided by %s and not by commas"
            .formatted(sign.equals("\t") ? "tabs" : sign);
      }
    }
    return "this is no header line: none of its cells is a column of " + kind.word();
  }

  /** The cell that an answer's reason names first, unless a name or words could stand there. */
  Optional<String> wrong(Answer answer, List<String> cells) {
    String reason = answer.reason().orElse("");
    int colon = Math.max(0, reason.indexOf(": "));
    int at = position(reason.substring(0, colon));
    return at < 0 || at >= cells.size() || columns.get(at).form().mayName()
        ? Optional.empty()
        : Optional.of(cells.get(at).strip())
            .filter(cell -> !cell.isEmpty() && cell.length() <= columns.get(at).longest());
  }

  private static String unknown(SubmissionKind kind, String name) {
    if (name.isEmpty()) {
      return "a column has no name";
    }
    String shown = name.length() > LONGEST_NAME_SHOWN ? "one with a long name" : name;
    String plain = shown.codePoints().anyMatch(Character::isISOControl) ? "one" : shown;
    return "it has a column that we do not know: "
        + plain
        + Nearest.column(kind, name).map(near -> ". Did you mean " + near + "?").orElse("");
  }
}
