package org.closeknit.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.closeknit.submission.Answer;
import org.closeknit.submission.Submission;
import org.closeknit.submission.Submissions;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a receipt as it goes out, a page of lines at a time. */
@Component
class Receipt {
  private static final int PAGE = 1_000;

  private final Submissions submissions;
  private final JsonMapper json;

  Receipt(Submissions submissions, JsonMapper json) {
    this.submissions = submissions;
    this.json = json;
  }

  void write(Submission sent, OutputStream out) throws IOException {
    try (JsonGenerator to = json.createGenerator(out)) {
      to.writeStartObject();
      to.writeStringProperty("id", sent.id().toString());
      to.writeStringProperty("kind", sent.kind().word());
      to.writeStringProperty("state", sent.done() ? "done" : "working");
      to.writeName("file");
      to.writePOJO(sent.file().map(Enum::name).orElse(null));
      to.writeNumberProperty("received", sent.received());
      to.writeNumberProperty("accepted", sent.accepted());
      to.writeNumberProperty("refused", sent.refused());
      if (sent.reason().isPresent()) {
        to.writeStringProperty("reason", sent.reason().get());
      }
      to.writeArrayPropertyStart("records");
      records(sent.id(), to);
      to.writeEndArray();
      to.writeEndObject();
    }
  }

  private void records(UUID id, JsonGenerator to) {
    List<Answer> page = submissions.answersAfter(id, 0, false, PAGE);
    while (!page.isEmpty()) {
      page.forEach(answer -> record(answer, to));
      page = submissions.answersAfter(id, page.getLast().line(), false, PAGE);
    }
  }

  private static void record(Answer answer, JsonGenerator to) {
    to.writeStartObject();
    to.writeNumberProperty("line", answer.line());
    to.writeStringProperty("localId", answer.localId());
    to.writeStringProperty("code", answer.code().name());
    to.writeName("reason");
    to.writePOJO(answer.reason().orElse(null));
    to.writeEndObject();
  }
}
