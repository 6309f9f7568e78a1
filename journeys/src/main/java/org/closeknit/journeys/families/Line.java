package org.closeknit.journeys.families;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of a submission, filled column by column; what is not filled is blank. */
final class Line {

  private final Filed filed;
  private final Map<String, String> cells = new HashMap<>();

  private Line(Filed filed) {
    this.filed = filed;
  }

  static Line of(Filed filed) {
    return new Line(filed);
  }

  Line with(String column, Object value) {
    if (!filed.columns().contains(column)) {
      throw new IllegalArgumentException(filed.word() + " have no column " + column);
    }
    cells.put(column, value.toString());
    return this;
  }

  Filed filed() {
    return filed;
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  List<String> inOrder() {
    return filed.columns().stream().map(this::get).toList();
  }
}
