package org.closeknit.audit;

import java.net.URI;
import java.util.List;
import org.closeknit.ledger.VerifierKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A partner's witness: by which key it is believed, and where it listens. */
record Watcher(VerifierKey key, URI address) {

  /** Written as its key, a blank and its address. */
  static Watcher parse(String written) {
    String[] parts = written.strip().split(" +");
    if (parts.length != 2) {
      throw new IllegalArgumentException("closeknit.witnesses: a key, a blank and an address");
    }
    VerifierKey key = VerifierKey.parse(parts[0]);
    if (!key.isWitness()) {
      throw new IllegalArgumentException("closeknit.witnesses: " + key.name() + " is no witness");
    }
    String address = parts[1].endsWith("/") ? parts[1] : parts[1] + "/";
    return new Watcher(key, URI.create(address).resolve("add-checkpoint"));
  }

  /** Those of the setting {@code closeknit.witnesses}, with commas between them. */
  @Component
  static final class All {
    private final List<Watcher> list;

    All(@Value("${closeknit.witnesses:}") String written) {
      this.list =
          List.of(written.split(",")).stream()
              .filter(one -> !one.isBlank())
              .map(Watcher::parse)
              .toList();
    }

    List<Watcher> list() {
      return list;
    }
  }
}
