package org.closeknit.journeys.running;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The secrets of {@code DIR/sign-ins.json}, and the machines by their agencies. */
public record SignIns(JsonNode people, JsonNode machines) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** Somebody who signs in. */
  public record Person(String name, String user, String password, Optional<String> totp) {
    @Override
    public String toString() {
      return user;
    }
  }

  static SignIns in(Path data) throws IOException {
    return new SignIns(
        read(data, "sign-ins.json").get("people"), read(data, "bootstrap.json").get("machines"));
  }

  private static JsonNode read(Path data, String name) throws IOException {
    return JSON.readTree(Files.readAllBytes(data.resolve(name)));
  }

  public Person person(String name) {
    return people
        .valueStream()
        .filter(one -> one.get("name").asString().equals(name))
        .map(one ->
            new Person(
                name,
                one.get("user").asString(),
                one.get("password").asString(),
                one.get("totp").isNull()
                    ? Optional.empty()
                    : Optional.of(one.get("totp").asString())))
        .findFirst()
        .orElseThrow();
  }

  Machine machine(URI service, String agency) {
    return machines
        .valueStream()
        .filter(one -> one.get("agency").asString().equals(agency))
        .map(one ->
            new Machine(
                service, one.get("clientId").asString(), one.get("clientSecret").asString()))
        .findFirst()
        .orElseThrow();
  }
}
