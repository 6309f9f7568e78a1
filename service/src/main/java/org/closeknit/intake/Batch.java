package org.closeknit.intake;

import java.util.List;
import java.util.UUID;
import org.closeknit.agency.Agency;
import org.closeknit.submission.Line;

/** Some lines of one file, each good by itself, in the order of the file. */
record Batch(Agency agency, UUID submission, List<Line> lines) {
  Batch {
    lines = List.copyOf(lines);
  }

  List<String> localIds() {
    return lines.stream().map(Line::localId).distinct().toList();
  }
}
