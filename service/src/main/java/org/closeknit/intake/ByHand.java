package org.closeknit.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.People;
import org.closeknit.person.ChildRecords;
import org.closeknit.submission.SubmissionKind;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;

/**
 * Takes in a child whom a worker registers by hand, as a file of one line: the same checks, the
 * same matching and the same turn as anybody's.
 */
@Component
public class ByHand {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Intake intake;
  private final Submissions submissions;
  private final People people;
  private final InstantSource clock;

  ByHand(Intake intake, Submissions submissions, People people, InstantSource clock) {
    this.intake = intake;
    this.submissions = submissions;
    this.people = people;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Registering {
    /** The child that the record is held to be of by now. */
    record Done(ChildRecords child) implements Registering {}

    record Refused(String reason) implements Registering {}
  }

  /**
   * @param once of the form: sent again it registers nobody twice
   * @param person by the columns of the kind {@code people}
   * @param works whether the worker is named as working with the child
   */
  public Registering register(
      Asker.Worker worker, UUID once, Map<String, String> person, boolean works) {
    String localId = localId(once);
    var line = new LinkedHashMap<String, String>();
    line.put("local_id", localId);
    line.putAll(person);
    Optional<String> refused =
        sent(worker, SubmissionKind.PEOPLE, once, line)
            .or(() ->
                works
                    ? sent(worker, SubmissionKind.INVOLVEMENTS, once, work(worker, localId))
                    : Optional.empty());
    return refused
        .<Registering>map(Registering.Refused::new)
        .orElseGet(() -> new Registering.Done(behind(worker, localId)));
  }

  /** Whether the page that bears this has registered a child already. */
  public boolean isRegistered(Asker.Worker worker, UUID once) {
    return people.record(worker.agency().id(), localId(once)).isPresent();
  }

  private static String localId(UUID once) {
    return "hand-" + once;
  }

  private ChildRecords behind(Asker.Worker worker, String localId) {
    return people
        .record(worker.agency().id(), localId)
        .flatMap(people::behind)
        .orElseThrow(() -> new IllegalStateException("what was taken in is not there"));
  }

  private Map<String, String> work(Asker.Worker worker, String localId) {
    var line = new LinkedHashMap<String, String>();
    line.put("local_id", localId);
    line.put("worker_id", worker.staff().workerId());
    line.put("worker_name", worker.name());
    line.put("role", worker.roleWords());
    line.put("phone", worker.staff().phone());
    line.put("email", worker.staff().email());
    line.put("from", LocalDate.ofInstant(clock.instant(), LONDON).toString());
    return line;
  }

  /** Why the line was refused, if it was. */
  private Optional<String> sent(
      Asker.Worker worker, SubmissionKind kind, UUID once, Map<String, String> line) {
    var key = Optional.of("by hand " + kind.word() + " " + once);
    var file =
        new Arriving(worker, kind, Submissions.BY_HAND, key, new ByteArrayInputStream(csv(line)));
    try {
      return switch (intake.take(file)) {
        case Outcome.Done(UUID id) -> refusal(id);
        case Outcome.Again(UUID first) -> refusal(first);
        case Outcome.KeyUsedOtherwise() ->
            Optional.of("this page was sent before with something else typed; begin anew");
        case Outcome.Left unused -> throw new IllegalStateException("one line is no long file");
        case Outcome.Unreadable unused -> throw new IllegalStateException("a line of ours");
        case Outcome.TooLarge unused -> throw new IllegalStateException("one line is no long file");
      };
    } catch (IOException neverFromMemory) {
      throw new UncheckedIOException(neverFromMemory);
    }
  }

  private Optional<String> refusal(UUID submission) {
    return submissions.answersAfter(submission, 0, true, 1).stream()
        .findFirst()
        .map(answer -> answer.reason().orElse("it cannot be used"));
  }

  private static byte[] csv(Map<String, String> line) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(List.copyOf(line.keySet()));
      csv.writeRecord(List.copyOf(line.values()));
    } catch (IOException neverFromMemory) {
      throw new UncheckedIOException(neverFromMemory);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
