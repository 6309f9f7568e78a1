package org.closeknit.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of what was wanted and what was measured, printed at the end; progress before it. */
final class Report {
  private record Row(String what, String measured, String wanted, String verdict) {}

  private final PrintStream out;
  private final List<Row> rows = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Progress goes where it does not mix with the figures. */
  void now(String step) {
    System.err.println(step);
  }

  void fact(String what, String measured) {
    rows.add(new Row(what, measured, "", ""));
  }

  void atMost(String what, Duration measured, Duration wanted) {
    boolean good = measured.compareTo(wanted) <= 0;
    rows.add(new Row(what, words(measured), "<= " + words(wanted), good ? "yes" : "NO"));
  }

  void atLeast(String what, double measured, double wanted) {
    String verdict = measured >= wanted ? "yes" : "NO";
    rows.add(new Row(what, number(measured), ">= " + number(wanted), verdict));
  }

  void atMost(String what, double measured, double wanted) {
    String verdict = measured <= wanted ? "yes" : "NO";
    rows.add(new Row(what, number(measured), "<= " + number(wanted), verdict));
  }

  void none(String what, long measured) {
    rows.add(new Row(what, "" + measured, "0", measured == 0 ? "yes" : "NO"));
  }

  void print() {
    out.println();
    out.printf("| %-62s | %28s | %12s | %-4s |%n", "what", "measured", "wanted", "held");
    out.printf("|%s|%s|%s|%s|%n", "-".repeat(64), "-".repeat(30), "-".repeat(14), "-".repeat(6));
    for (Row row : rows) {
      out.printf(
          "| %-62s | %28s | %12s | %-4s |%n", row.what, row.measured, row.wanted, row.verdict);
    }
  }

  static String words(Duration time) {
    double millis = time.toNanos() / 1e6;
    if (millis < 0.1) {
      return String.format(Locale.UK, "%.2f µs", time.toNanos() / 1e3);
    }
    return millis < 1000
        ? String.format(Locale.UK, "%.1f ms", millis)
        : String.format(Locale.UK, "%.2f s", millis / 1000);
  }

  private static String number(double value) {
    return String.format(Locale.UK, "%.5f", value).replaceFirst("\\.?0+$", "");
  }
}
