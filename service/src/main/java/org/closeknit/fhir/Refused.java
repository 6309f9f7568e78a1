package org.closeknit.fhir;

import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A call that is not answered, told as the guide has it. It never repeats what was sent. */
enum Refused {
  INVALID_NUMBER(400, IssueType.INVALID, "INVALID_SEARCH_DATA", "Invalid NHS number"),
  INVALID_SEARCH(
      400,
      IssueType.INVALID,
      "INVALID_SEARCH_DATA",
      "A search takes patient:identifier once, and nothing that it does not know"),
  INVALID_HEADER(
      400, IssueType.INVALID, "PRECONDITION_FAILED", "Missing or invalid head parameter"),
  NOT_KNOWN(
      400,
      IssueType.NOTSUPPORTED,
      "BAD_REQUEST",
      "Only searches for CareTeam and AuditEvent and the capability statement are answered here"),
  NOT_OPEN(
      403,
      IssueType.FORBIDDEN,
      "ACCESS_DENIED",
      "No agreement in force opens a council's list to this agency. This is not a no."),
  NOT_FOUND(404, IssueType.NOTFOUND, "RESOURCE_NOT_FOUND", "There is nothing here"),
  NOT_ALLOWED(405, IssueType.NOTSUPPORTED, "METHOD_NOT_ALLOWED", "This can only be read"),
  NOT_ACCEPTABLE(406, IssueType.NOTSUPPORTED, "NOT_ACCEPTABLE", "This format is not written here"),
  TOO_LARGE(413, IssueType.TOOLONG, "PAYLOAD_TOO_LARGE", "More was sent than a search takes"),
  TOO_MANY(
      429, IssueType.THROTTLED, "TOO_MANY_REQUESTS", "Too many different children asked today"),
  NO_ANSWER(503, IssueType.TRANSIENT, "SERVICE_UNAVAILABLE", "No answer. This is not a no.");

  final int status;
  final IssueType issue;
  final String code;
  final String words;

  Refused(int status, IssueType issue, String code, String words) {
    this.status = status;
    this.issue = issue;
    this.code = code;
    this.words = words;
  }

  /** What the container could not read, if that is what went wrong. */
  static Optional<Refused> unread(Throwable what) {
    for (Throwable cause = what; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidParameterException unread) {
        return Optional.of(unread.getErrorCode() == TOO_LARGE.status ? TOO_LARGE : INVALID_SEARCH);
      }
    }
    return Optional.empty();
  }

  /** Thrown through HAPI to where refusals are written. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final Refused refused;

    Thrown(Refused refused) {
      super(refused.name());
      this.refused = refused;
    }
  }

  Thrown thrown() {
    return new Thrown(this);
  }
}
