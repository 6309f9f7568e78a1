package org.closeknit.submission;

import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a stored file, checked one by one as they are asked for. */
public final class Lines implements AutoCloseable {
  private final CsvLines csv;
  private final Header header;
  private final LineCheck check;

  Lines(SubmissionKind kind, InputStream in, Rules rules) {
    csv = new CsvLines(in);
    header =
        csv.next()
            .map(first -> Header.read(kind, first))
            .orElseThrow(() -> new UnreadableFile(1, "the file is empty: it has no header line"));
    check = new LineCheck(header, rules);
  }

  public Optional<Checked> next() {
    return raw().map(check::check);
  }

  /** Goes on behind some lines; fewer when the file ends before. */
  public void skip(int lines) {
    for (int i = 0; i < lines && raw().isPresent(); i++) {
      // Read, and not looked at.
    }
  }

  /** Goes on to the line that begins at a number. */
  Optional<List<String>> find(int number) {
    Optional<Cells> next = raw();
    while (next.isPresent() && next.get().number() < number) {
      next = raw();
    }
    return next.filter(cells -> cells.number() == number).map(Cells::cells);
  }

  /**
   * By line, what the cell holds that its answer's reason names first; from where the file stands.
   */
  Map<Integer, String> wrongCells(List<Answer> refused) {
    Map<Integer, String> wrong = new HashMap<>();
    for (Answer answer : refused.stream().sorted(Comparator.comparingInt(Answer::line)).toList()) {
      find(answer.line())
          .flatMap(cells -> header.wrong(answer, cells))
          .ifPresent(cell -> wrong.put(answer.line(), cell));
    }
    return wrong;
  }

  Optional<Cells> raw() {
    return csv.next();
  }

  Header header() {
    return header;
  }

  @Override
  public void close() {
    csv.close();
  }
}
