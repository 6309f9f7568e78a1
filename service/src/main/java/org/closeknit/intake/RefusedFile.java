package org.closeknit.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.closeknit.submission.Submission;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;

/** The refused lines of a file as they were sent, each with its reason. */
@Component
class RefusedFile {
  private final Submissions submissions;

  RefusedFile(Submissions submissions) {
    this.submissions = submissions;
  }

  void write(Submission sent, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-refused.csv\"".formatted(sent.kind().word()));
    try (var csv = new HarmlessCsv(response.getOutputStream())) {
      submissions.refusedLines(
          sent,
          columns -> csv.write(with("line", "code", "reason", columns)),
          (answer, cells) ->
              csv.write(
                  with(
                      Integer.toString(answer.line()),
                      answer.code().name(),
                      answer.reason().orElse(""),
                      cells)));
    }
  }

  private static List<String> with(String line, String code, String reason, List<String> cells) {
    var all = new ArrayList<>(List.of(line, code, reason));
    all.addAll(cells);
    return all;
  }
}
