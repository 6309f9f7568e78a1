package org.closeknit.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An agency's machine, as the sign-ins name it. */
record Machine(String clientId, String clientSecret, String agency) {

  static List<Machine> in(Path data) throws IOException {
    Path file = data.resolve(Bootstrap.SIGN_INS);
    if (!Files.isReadable(file)) {
      throw new CommandLine.Failed(
          "Cannot read " + file + ": start the service with made-up families first");
    }
    return Json.read(Files.readAllBytes(file))
        .get("machines")
        .valueStream()
        .map(Machine::of)
        .toList();
  }

  private static Machine of(JsonNode machine) {
    return new Machine(
        machine.get("clientId").asString(),
        machine.get("clientSecret").asString(),
        machine.get("agency").asString());
  }

  /** HTTP Basic, as RFC 6749, 2.3.1 has it for letters that need no escape. */
  String basic() {
    byte[] both = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "Machine[" + clientId + "]";
  }
}
