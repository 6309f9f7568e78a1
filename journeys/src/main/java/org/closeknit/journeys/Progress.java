package org.closeknit.journeys;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Shows how far a long piece of work is: one line that changes on a terminal, plain lines
 * elsewhere.
 */
final class Progress {

  private static final int PLAIN_LINES = 10;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private int tenthsShown = -1;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Progress onStandardError() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Progress(System.err, terminal);
  }

  void at(long done, long all, String what) {
    int percent = (int) (100 * done / Math.max(all, 1));
    if (terminal) {
      out.print(CLEAR_LINE + "Made-up families: " + percent + " %, " + what);
      out.flush();
    } else if (percent * PLAIN_LINES / 100 > tenthsShown) {
      tenthsShown = percent * PLAIN_LINES / 100;
      out.println("Made-up families: " + percent + " %, " + what);
    }
  }

  void end() {
    if (terminal) {
      out.print(CLEAR_LINE);
    }
  }
}
