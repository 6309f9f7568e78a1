package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server whose JVM was killed lives on. The folder's lock is ours when this looks, so whatever
 * still serves these data was left behind, and is stopped.
 */
record LeftBehind(DataFolder folder) {
  private static final Duration FOR_TRANSACTIONS = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  void stop(Progress progress) throws IOException {
    if (!Files.exists(folder.pidFile())) {
      return;
    }
    List<String> lines = Files.readAllLines(folder.pidFile(), UTF_8);
    long pid = lines.isEmpty() ? 0 : Math.abs(number(lines.getFirst()));
    if (serves(pid)) {
      progress.now("Stopping the PostgreSQL that a crash left behind");
      stop(pid);
    }
    // PostgreSQL would take any process of that number, even a zombie, for a living server.
    Files.deleteIfExists(folder.pidFile());
  }

  private void stop(long pid) throws IOException {
    Signals.fastShutdown(pid);
    if (!gone(pid, FOR_TRANSACTIONS)) {
      Signals.immediateShutdown(pid);
      if (!gone(pid, AT_ONCE)) {
        Signals.kill(pid);
        gone(pid, AT_ONCE);
      }
    }
  }

  private boolean gone(long pid, Duration longest) {
    return Waiting.until(() -> !serves(pid), longest);
  }

  /**
   * Its arguments name our folder; a zombie has none, and a stranger with that number has others.
   */
  private boolean serves(long pid) {
    try {
      String[] words = Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1);
      return words[0].endsWith("/postgres") && List.of(words).contains(mark(folder));
    } catch (IOException e) {
      return false;
    }
  }

  static String mark(DataFolder folder) {
    return "closeknit.folder=" + folder.root();
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
