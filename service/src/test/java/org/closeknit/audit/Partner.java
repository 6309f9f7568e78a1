package org.closeknit.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.closeknit.ledger.VerifierKey;

/** A partner's witness as it runs: the very command, in a process of its own. */
final class Partner implements AutoCloseable {
  private final Process process;
  private final Watcher watcher;

  private Partner(Process process, Watcher watcher) {
    this.process = process;
    this.watcher = watcher;
  }

  /**
   * @param log the verifier key of the log that it watches
   */
  static Partner watches(String log, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Inspector.java(
                    "org.closeknit.ledger.Witness",
                    "--name",
                    "witness.police.example",
                    "--log",
                    log,
                    "--data",
                    folder.toString(),
                    "--port",
                    "0"))
            .redirectErrorStream(true)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String port = after("listens on port ", said).replace(".", "");
    VerifierKey key = VerifierKey.parse(after("runs the log: ", said));
    return new Partner(
        process, new Watcher(key, URI.create("http://127.0.0.1:" + port + "/add-checkpoint")));
  }

  private static String after(String words, BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.contains(words)) {
        return line.substring(line.indexOf(words) + words.length());
      }
    }
    throw new IOException("the witness did not start");
  }

  Watcher watcher() {
    return watcher;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
