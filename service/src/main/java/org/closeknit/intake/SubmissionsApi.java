package org.closeknit.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.submission.FileCode;
import org.closeknit.submission.Shape;
import org.closeknit.submission.Submission;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How an agency's machine sends files and asks for their receipts. */
@RestController
class SubmissionsApi {
  private static final String HERE = "/api/submissions";

  private final Intake intake;
  private final Submissions submissions;
  private final Receipt receipt;
  private final MatchesFile matches;
  private final JsonMapper json;

  SubmissionsApi(
      Intake intake,
      Submissions submissions,
      Receipt receipt,
      MatchesFile matches,
      JsonMapper json) {
    this.intake = intake;
    this.submissions = submissions;
    this.receipt = receipt;
    this.matches = matches;
    this.json = json;
  }

  @PostMapping(HERE)
  void send(Asker.System system, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (SendRequest.read(request, submissions.limit())) {
      case SendRequest.Bad(Problem problem) -> refuse(request, response, problem);
      case SendRequest.Good(SubmissionKind kind, Optional<String> key) ->
          answer(
              intake.take(new Arriving(system, kind, "", key, request.getInputStream())),
              request,
              response);
    }
  }

  @GetMapping(HERE + "/{id}")
  void receipt(Asker.System system, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    Optional<Submission> sent = find(system, id);
    if (sent.isEmpty()) {
      Problem.notFound().write(response, json);
      return;
    }
    write(200, sent.get(), response);
  }

  @GetMapping(HERE + "/{id}/matches")
  void matches(
      Asker.System system,
      Authentication token,
      @PathVariable String id,
      HttpServletResponse response)
      throws IOException {
    Optional<Submission> sent = find(system, id).filter(one -> one.kind() == SubmissionKind.PEOPLE);
    if (sent.isEmpty()) {
      Problem.notFound().write(response, json);
      return;
    }
    if (!sent.get().done()) {
      response.setHeader("Retry-After", "2");
      Problem.of(409, "Conflict", "The file is still being taken in.").write(response, json);
      return;
    }
    boolean crosswalk =
        token.getAuthorities().stream()
            .anyMatch(one -> "SCOPE_crosswalk".equals(one.getAuthority()));
    matches.write(system, sent.get(), crosswalk, response);
  }

  @RequestMapping({HERE, HERE + "/{id}", HERE + "/{id}/matches"})
  void otherMethods(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String allowed = request.getRequestURI().equals(HERE) ? "POST" : "GET, HEAD";
    response.setHeader("Allow", allowed);
    Problem.of(405, "Method not allowed", "Here " + allowed + " is answered.")
        .write(response, json);
  }

  @RequestMapping(HERE + "/**")
  void nothing(HttpServletResponse response) throws IOException {
    Problem.notFound().write(response, json);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  void notNow(HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      response.setHeader("Retry-After", "5");
      Problem.of(503, "Service unavailable", "Nothing was kept. Send it again.")
          .write(response, json);
    }
  }

  @ExceptionHandler(IOException.class)
  void brokeOff(HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      Problem.badRequest("The request cannot be read to its end. Nothing was kept. Send it again.")
          .write(response, json);
    }
  }

  private void answer(Outcome outcome, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (outcome) {
      case Outcome.Done(UUID id) -> receipt(201, id, response);
      case Outcome.Left(UUID id) -> receipt(202, id, response);
      case Outcome.Again(UUID first) -> receipt(200, first, response);
      case Outcome.Unreadable(Shape.Unreadable why) -> unreadable(why).write(response, json);
      case Outcome.KeyUsedOtherwise() ->
          Problem.of(
                  422,
                  "Unprocessable content",
                  "This Idempotency-Key was used for another file. Nothing was kept.")
              .write(response, json);
      case Outcome.TooLarge(long limit) -> refuse(request, response, SendRequest.tooLarge(limit));
    }
  }

  private static Problem unreadable(Shape.Unreadable why) {
    return new Problem(
        422,
        "Unprocessable content",
        "The file cannot be read, and nothing was kept: "
            + why.words()
            + (why.words().endsWith("?") ? "" : "."),
        Map.of("file", FileCode.CPF01.name(), "line", why.line()));
  }

  private void receipt(int status, UUID id, HttpServletResponse response) throws IOException {
    response.setHeader("Location", HERE + "/" + id);
    if (status == 202) {
      response.setHeader("Retry-After", "2");
    }
    write(status, submissions.find(id).orElseThrow(), response);
  }

  private void write(int status, Submission sent, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    receipt.write(sent, response.getOutputStream());
  }

  /**
   * Answers at once, and lets the sender finish: a line that closes under one who is still sending
   * takes the answer with it.
   */
  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    problem.write(response, json);
    response.flushBuffer();
    if (request.getHeader("Expect") == null) {
      try (InputStream body = request.getInputStream()) {
        body.skip(submissions.limit());
      } catch (IOException gone) {
        // It has been told why already.
      }
    }
  }

  private Optional<Submission> find(Asker.System system, String id) {
    try {
      return submissions.find(system.agency().id(), UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
