package org.closeknit.database;

import java.io.IOException;

/** PostgreSQL's own ways to be told to stop; Java alone knows only two of them. */
final class Signals {
  private Signals() {}

  static void fastShutdown(long pid) throws IOException {
    send("INT", pid);
  }

  static void immediateShutdown(long pid) throws IOException {
    send("QUIT", pid);
  }

  static void kill(long pid) throws IOException {
    send("KILL", pid);
  }

  private static void send(String signal, long pid) throws IOException {
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Waiting.forEndOf(kill);
  }
}
