package org.closeknit.journeys.tables;

import java.util.List;

/** Named columns and the rows under them, every cell a text and none absent. */
public record Table(List<String> columns, List<Row> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One line, read by the names of its columns. */
  public record Row(List<String> columns, List<String> cells) {

    public Row {
      columns = List.copyOf(columns);
      cells = List.copyOf(cells);
      if (columns.size() != cells.size()) {
        throw new IllegalArgumentException(
            "a row of " + cells.size() + " cells under " + columns.size());
      }
    }

    public String get(String column) {
      int at = columns.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException("no column " + column);
      }
      return cells.get(at);
    }
  }
}
