package org.closeknit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Writes the service's address to {@code closeknit.ready-file} once it answers, for who started it
 * and waits: the port may have been free to choose, and the scheme depends on the settings.
 */
@Component
class ReadyAt {
  private final Environment environment;
  private final String file;

  ReadyAt(Environment environment, @Value("${closeknit.ready-file:}") String file) {
    this.environment = environment;
    this.file = file;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) throws IOException {
    if (!file.isBlank()) {
      Path half = Path.of(file + ".half");
      Files.writeString(half, address() + "\n");
      Files.move(half, Path.of(file), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private String address() {
    String scheme = ReachableSafely.speaksTls(environment) ? "https" : "http";
    return scheme + "://" + host() + ":" + environment.getProperty("local.server.port");
  }

  /** Where every address is listened on, the machine's own will do. */
  private String host() {
    String host = environment.getProperty("server.address", "127.0.0.1");
    return switch (host) {
      case "", "0.0.0.0", "::", "[::]" -> "127.0.0.1";
      default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }
}
