package org.closeknit.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;

/**
 * A file that an agency sent, with its receipt as far as it goes.
 *
 * @param done whether the receipt is whole
 * @param file what came of it, once it is done
 * @param reason why the whole file was refused
 * @param lines how many lines it has, once it was read to its end
 */
public record Submission(
    UUID id,
    AgencyId agency,
    SubmissionKind kind,
    String fileName,
    String sentBy,
    Instant receivedAt,
    boolean done,
    Optional<FileCode> file,
    Optional<String> reason,
    long bytes,
    Optional<Integer> lines,
    int received,
    int accepted,
    int refused,
    Optional<Instant> finishedAt) {

  /** A file name is the sender's own words and may name a child. */
  @Override
  public String toString() {
    return "Submission[" + id + "]";
  }
}
