package org.closeknit.submission;

import java.util.List;

/** A line as it stands in the file: cells in the order of the header, nothing checked. */
record Cells(int number, List<String> cells) {
  @Override
  public String toString() {
    return "Cells[line " + number + "]";
  }
}
