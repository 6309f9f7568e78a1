package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Pages;
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
  private static final int LAST_PAGE = 1_000_000;

  private final SendForm form;
  private final Intake intake;
  private final Trials trials;
  private final Submissions submissions;
  private final ReceiptPage receipts;
  private final RefusedFile refusedFile;
  private final Pages pages;

  SubmissionsPages(
      SendForm form,
      Intake intake,
      Trials trials,
      Submissions submissions,
      ReceiptPage receipts,
      RefusedFile refusedFile,
      Pages pages) {
    this.form = form;
    this.intake = intake;
    this.trials = trials;
    this.submissions = submissions;
    this.receipts = receipts;
    this.refusedFile = refusedFile;
    this.pages = pages;
  }

  @GetMapping("/submissions")
  View send(Asker.Worker worker) {
    return form.show(worker);
  }

  @PostMapping("/submissions")
  View send(Asker.Worker worker, HttpServletRequest request) throws IOException {
    return form.read(worker, request, file -> sent(worker, file, request));
  }

  @PostMapping("/submissions/trial")
  View attempt(Asker.Worker worker, HttpServletRequest request) throws IOException {
    return form.read(worker, request, file -> tried(worker, file, request));
  }

  @GetMapping("/submissions/{id}")
  View receipt(
      Asker.Worker worker,
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String page,
      @RequestParam(defaultValue = "no") String again) {
    return find(worker, id)
        .map(sent ->
            pages.show(
                "intake/receipt",
                Map.of("receipt", receipts.of(worker, sent, number(page), again))))
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
    return switch (intake.take(arriving(worker, file))) {
      case Outcome.Done(UUID id) -> to("/submissions/" + id);
      case Outcome.Left(UUID id) -> to("/submissions/" + id);
      case Outcome.Again(UUID first) -> to("/submissions/" + first + "?again=yes");
      case Outcome.Unreadable(Shape.Unreadable why) ->
          form.unreadable(worker, file, "Nothing was taken in, because " + why.words());
      case Outcome.TooLarge unused -> form.tooLarge(worker, file.kind().word(), request);
      case Outcome.KeyUsedOtherwise() -> throw new IllegalStateException("a form has no key");
    };
  }

  private View tried(Asker.Worker worker, Upload.File file, HttpServletRequest request)
      throws IOException {
    return switch (trials.attempt(arriving(worker, file))) {
      case Trial.Would would ->
          pages.show("intake/trial", Map.of("trial", TrialView.of(file.kind(), would)));
      case Trial.SentBefore(UUID first) -> to("/submissions/" + first + "?again=tried");
      case Trial.Unreadable(Shape.Unreadable why) ->
          form.unreadable(worker, file, "Nothing would be taken in, because " + why.words());
      case Trial.TooLarge() -> form.tooLarge(worker, file.kind().word(), request);
    };
  }

  private static Arriving arriving(Asker.Worker worker, Upload.File file) {
    return new Arriving(worker, file.kind(), file.name(), Optional.empty(), file.body());
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
