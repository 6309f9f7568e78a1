package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Pages;
import org.closeknit.pages.Problem;
import org.closeknit.submission.Shape;
import org.closeknit.submission.Submission;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where an agency's person sends files and reads their receipts. */
@Controller
class SubmissionsPages {
  private static final int SHOWN_BEFORE = 20;
  private static final int LAST_PAGE = 1_000_000;

  private final Intake intake;
  private final Submissions submissions;
  private final ReceiptPage receipts;
  private final RefusedFile refusedFile;
  private final Pages pages;
  private final InstantSource clock;

  SubmissionsPages(
      Intake intake,
      Submissions submissions,
      ReceiptPage receipts,
      RefusedFile refusedFile,
      Pages pages,
      InstantSource clock) {
    this.intake = intake;
    this.submissions = submissions;
    this.receipts = receipts;
    this.refusedFile = refusedFile;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/submissions")
  View send(Asker.Worker worker) {
    return form(worker, HttpStatus.OK, "", List.of());
  }

  @PostMapping("/submissions")
  View send(Asker.Worker worker, HttpServletRequest request) throws IOException {
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
      case Upload.File file -> whole(worker, file, request);
    };
  }

  private View whole(Asker.Worker worker, Upload.File file, HttpServletRequest request) {
    try {
      return sent(worker, file, request);
    } catch (IOException brokeOff) {
      String words = "The file broke off on its way. Nothing was kept. Send it again";
      return wrong(worker, HttpStatus.BAD_REQUEST, file.kind().word(), "file", words);
    }
  }

  @GetMapping("/submissions/{id}")
  View receipt(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String page,
      @RequestParam(required = false, defaultValue = "no") String again) {
    return find(worker, id)
        .map(sent ->
            pages.show(
                "intake/receipt",
                Map.of("receipt", receipts.of(sent, number(page), again.equals("yes")))))
        .orElseGet(pages::nothingToShow);
  }

  @GetMapping("/submissions/{id}/refused.csv")
  @org.jspecify.annotations.Nullable
  View refused(Asker.Worker worker, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    Optional<Submission> sent = find(worker, id).filter(Submission::done);
    if (sent.isEmpty()) {
      return pages.nothingToShow();
    }
    refusedFile.write(sent.get(), response);
    return null;
  }

  @GetMapping("/submissions/examples/{kind}.csv")
  @ResponseBody
  void example(Asker.Worker worker, @PathVariable String kind, HttpServletResponse response)
      throws IOException {
    Optional<SubmissionKind> known = SubmissionKind.read(kind);
    if (known.isEmpty()) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(known.get().word()));
    try (InputStream file =
        new ClassPathResource("examples/" + known.get().word() + ".csv", Intake.class)
            .getInputStream()) {
      file.transferTo(response.getOutputStream());
    }
  }

  private View sent(Asker.Worker worker, Upload.File file, HttpServletRequest request)
      throws IOException {
    String kind = file.kind().word();
    Outcome outcome =
        intake.take(new Arriving(worker, file.kind(), file.name(), Optional.empty(), file.body()));
    return switch (outcome) {
      case Outcome.Done(UUID id) -> to("/submissions/" + id);
      case Outcome.Left(UUID id) -> to("/submissions/" + id);
      case Outcome.Again(UUID first) -> to("/submissions/" + first + "?again=yes");
      case Outcome.Unreadable(Shape.Unreadable why) ->
          wrong(
              worker,
              HttpStatus.UNPROCESSABLE_CONTENT,
              kind,
              "file",
              "Nothing was taken in, because " + why.words());
      case Outcome.TooLarge unused -> tooLarge(worker, kind, request);
      case Outcome.KeyUsedOtherwise() -> throw new IllegalStateException("a form has no key");
    };
  }

  /** Lets the browser finish sending: else it would show no answer. */
  private View tooLarge(Asker.Worker worker, String kind, HttpServletRequest request)
      throws IOException {
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

  private static View to(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }

  private static int number(String page) {
    return page.matches("[0-9]{1,7}") ? Math.clamp(Integer.parseInt(page), 1, LAST_PAGE) : 1;
  }

  private Optional<Submission> find(Asker.Worker worker, String id) {
    try {
      return submissions.find(worker.agency().id(), UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
