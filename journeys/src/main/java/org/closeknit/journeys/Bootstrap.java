package org.closeknit.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.closeknit.journeys.cast.Cast;
import tools.jackson.databind.JsonNode;

/**
 * Writes what the service takes in at its first start with made-up families: agencies, staff and
 * agreements in {@code bootstrap.json}, and the secrets to sign in with in {@code sign-ins.json}.
 * Both are for their owner's eyes only and are written once.
 */
public final class Bootstrap {

  static final String BOOTSTRAP = "bootstrap.json";
  static final String SIGN_INS = "sign-ins.json";

  private Bootstrap() {}

  public static void main(String[] arguments) {
    CommandLine.run(
        "Bootstrap --data DIR",
        arguments,
        options -> write(options.path("data"), Secrets.from(new SecureRandom())));
  }

  /** The sign-ins come last and are drawn from the bootstrap, so that a crash between agrees. */
  static void write(Path data, Secrets secrets) throws IOException {
    Path signIns = data.resolve(SIGN_INS);
    if (Files.exists(signIns)) {
      return;
    }
    Path bootstrap = data.resolve(BOOTSTRAP);
    if (!Files.exists(bootstrap)) {
      OwnersFile.write(data, BOOTSTRAP, new BootstrapFile(Cast.shipped(), secrets).bytes());
    }
    JsonNode written = Json.read(Files.readAllBytes(bootstrap));
    OwnersFile.write(data, SIGN_INS, SignInsFile.of(written));
  }
}
