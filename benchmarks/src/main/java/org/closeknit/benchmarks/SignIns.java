package org.closeknit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The secrets of {@code DIR/sign-ins.json}, and the workers' own numbers from the bootstrap. */
record SignIns(JsonNode signIns, JsonNode bootstrap) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** A machine and its secret, which its words never show. */
  record Machine(String clientId, String clientSecret) {
    @Override
    public String toString() {
      return clientId;
    }
  }

  /** A person who signs in with a password alone. */
  record Person(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  static SignIns in(Path data) throws IOException {
    return new SignIns(read(data, "sign-ins.json"), read(data, "bootstrap.json"));
  }

  private static JsonNode read(Path data, String name) throws IOException {
    return JSON.readTree(Files.readAllBytes(data.resolve(name)));
  }

  Machine machine(String agencyId) {
    return bootstrap
        .get("machines")
        .valueStream()
        .filter(machine -> machine.get("agency").asString().equals(agencyId))
        .map(machine ->
            new Machine(machine.get("clientId").asString(), machine.get("clientSecret").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody who works with children of theirs; the first of {@link #socialWorkers}. */
  Person socialWorker(String agencyId) {
    JsonNode person = workers(agencyId).getFirst();
    return new Person(person.get("user").asString(), person.get("password").asString());
  }

  /** Somebody of this role who signs in with a password alone. */
  Person somebody(String agencyId, String role) {
    return staff(agencyId).stream()
        .filter(person -> person.get("role").asString().equals(role))
        .filter(person -> person.get("totp").isNull())
        .map(person -> new Person(person.get("user").asString(), person.get("password").asString()))
        .findFirst()
        .orElseThrow();
  }

  /** Those who sign in with a password alone, by their agency's numbers for them. */
  List<String> socialWorkers(String agencyId) {
    return workers(agencyId).stream().map(person -> person.get("workerId").asString()).toList();
  }

  private List<JsonNode> workers(String agencyId) {
    return staff(agencyId).stream()
        .filter(person -> person.get("role").asString().equals("social worker"))
        .filter(person -> person.get("totp").isNull())
        .toList();
  }

  private List<JsonNode> staff(String agencyId) {
    return bootstrap
        .get("staff")
        .valueStream()
        .filter(person -> person.get("agency").asString().equals(agencyId))
        .toList();
  }
}
