package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.submission.Submission;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The form from which an agency's person sends a file, or only tries one. */
@Component
class SendForm {
  private static final int SHOWN_BEFORE = 20;

  private final Submissions submissions;
  private final Pages pages;
  private final InstantSource clock;

  SendForm(Submissions submissions, Pages pages, InstantSource clock) {
    this.submissions = submissions;
    this.pages = pages;
    this.clock = clock;
  }

  /** What is done with a file whose bytes are still on their way. */
  interface Taker {
    View take(Upload.File file) throws IOException;
  }

  View show(Asker.Worker worker) {
    return form(worker, HttpStatus.OK, "", List.of());
  }

  View read(Asker.Worker worker, HttpServletRequest request, Taker taker) throws IOException {
    if (request.getContentLengthLong() > submissions.limit() + Submissions.FORM_AROUND_A_FILE) {
      return tooLarge(worker, "", request);
    }
    return switch (Upload.read(request)) {
      case Upload.Unreadable() ->
          wrong(worker, HttpStatus.BAD_REQUEST, "", "file", "Choose a file and send it again");
      case Upload.NoKind() ->
          wrong(worker, HttpStatus.BAD_REQUEST, "", "kind", "Say what is in the file");
      case Upload.NoFile(SubmissionKind kind) ->
          wrong(worker, HttpStatus.BAD_REQUEST, kind.word(), "file", "Choose a file");
      case Upload.File file -> whole(worker, file, taker);
    };
  }

  private View whole(Asker.Worker worker, Upload.File file, Taker taker) {
    try {
      return taker.take(file);
    } catch (IOException brokeOff) {
      String words = "The file broke off on its way. Nothing was kept. Send it again";
      return wrong(worker, HttpStatus.BAD_REQUEST, file.kind().word(), "file", words);
    }
  }

  View unreadable(Asker.Worker worker, Upload.File file, String words) {
    return wrong(worker, HttpStatus.UNPROCESSABLE_CONTENT, file.kind().word(), "file", words);
  }

  /** Lets the browser finish sending: else it would show no answer. */
  View tooLarge(Asker.Worker worker, String kind, HttpServletRequest request) throws IOException {
    request.getInputStream().skip(submissions.limit());
    return wrong(
        worker,
        HttpStatus.CONTENT_TOO_LARGE,
        kind,
        "file",
        "The file is too large. Nothing was kept. Send it in parts");
  }

  private View wrong(
      Asker.Worker worker, HttpStatus status, String kind, String field, String words) {
    return form(worker, status, kind, List.of(new Problem(field, words)));
  }

  private View form(Asker.Worker worker, HttpStatus status, String kind, List<Problem> problems) {
    var dates = new Dates(clock.instant());
    List<SendView.Sent> before =
        submissions.latest(worker.agency().id(), SHOWN_BEFORE).stream()
            .map(sent -> before(sent, dates))
            .toList();
    String limit = "Up to %s. UTF-8.".formatted(size(submissions.limit()));
    return pages.show(
        status,
        "intake/send",
        Map.of("send", new SendView(Kinds.choices(), kind, limit, before, problems)));
  }

  private static SendView.Sent before(Submission sent, Dates dates) {
    String refused =
        sent.refused() == 0 ? "none refused" : Numbers.count(sent.refused()) + " refused";
    String words =
        sent.done()
            ? sent.file().map(ReceiptPage::tag).orElse("")
                + ": "
                + Numbers.count(sent.received(), "line", "lines")
                + ", "
                + refused
            : "being taken in";
    return new SendView.Sent(
        sent.id().toString(),
        Kinds.label(sent.kind()) + ", " + dates.moment(sent.receivedAt()),
        words);
  }

  private static String size(long bytes) {
    return bytes >= 1 << 30
        ? Numbers.count(bytes >> 30) + " GB"
        : Numbers.count(Math.max(1, bytes >> 20)) + " MB";
  }
}
