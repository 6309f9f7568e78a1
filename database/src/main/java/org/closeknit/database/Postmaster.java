package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** One running server process. */
record Postmaster(Process process, DataFolder folder, int port) {
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration FOR_TRANSACTIONS = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final int STATE_LINE = 7;

  static Postmaster start(DataFolder folder, Host host, int port) throws IOException {
    long logged = folder.turnLog();
    Process process =
        new ProcessBuilder(
                host.user().command(host.binaries().program("postgres"), arguments(folder, port)))
            .directory(folder.data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
            .start();
    process.outputWriter(UTF_8).close();
    Postmaster started = new Postmaster(process, folder, port);
    if (!Waiting.until(started::readyOrDead, RECOVERY) || !process.isAlive()) {
      started.stop();
      throw new DatabaseCannotStart(
          "PostgreSQL did not start. It says in %s:%n%s"
              .formatted(folder.log(), folder.logSince(logged)));
    }
    return started;
  }

  /**
   * Said on the command line, so that no file and no ALTER SYSTEM weakens them. A failed statement
   * and its values stay out of the log: they may hold personal facts.
   */
  private static List<String> arguments(DataFolder folder, int port) {
    return List.of(
        "-D", Cluster.HERE,
        "-c", "port=" + port,
        "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=",
        "-c", "fsync=on",
        "-c", "full_page_writes=on",
        "-c", "password_encryption=scram-sha-256",
        "-c", "log_min_messages=log",
        "-c", "log_min_error_statement=panic",
        "-c", "log_error_verbosity=terse",
        "-c", LeftBehind.mark(folder));
  }

  private boolean readyOrDead() {
    if (!process.isAlive()) {
      return true;
    }
    try {
      List<String> lines = Files.readAllLines(folder.pidFile(), UTF_8);
      return lines.size() > STATE_LINE
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(STATE_LINE).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  /** Without a last checkpoint, for data that nobody reads again. */
  void stopAtOnce() throws IOException {
    Signals.immediateShutdown(process.pid());
    if (!Waiting.forEndOf(process, AT_ONCE)) {
      process.destroyForcibly();
      Waiting.forEndOf(process, AT_ONCE);
    }
  }

  void stop() throws IOException {
    if (!process.isAlive()) {
      return;
    }
    Signals.fastShutdown(process.pid());
    if (!Waiting.forEndOf(process, FOR_TRANSACTIONS)) {
      stopAtOnce();
    }
  }
}
