package org.closeknit.journeys;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the service says of a submission. */
record Receipt(
    String id,
    boolean done,
    String file,
    int received,
    int accepted,
    int refused,
    List<Refusal> refusals) {

  /** A line that was not taken in, with the rule that it broke. */
  record Refusal(int line, String code, String reason) {}

  static final String GOOD_RECORD = "CPR06";

  Receipt {
    refusals = List.copyOf(refusals);
  }

  static Receipt of(JsonNode json) {
    return new Receipt(
        json.path("id").asString(""),
        json.path("state").asString("").equals("done"),
        json.path("file").asString(""),
        json.path("received").asInt(0),
        json.path("accepted").asInt(0),
        json.path("refused").asInt(0),
        json.path("records")
            .valueStream()
            .filter(record -> !record.path("code").asString("").equals(GOOD_RECORD))
            .map(record ->
                new Refusal(
                    record.path("line").asInt(0),
                    record.path("code").asString(""),
                    record.path("reason").asString("")))
            .toList());
  }
}
