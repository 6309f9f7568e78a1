package org.closeknit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;

/** Where a figure was measured: without it, it is worth nothing. */
final class ThisMachine {
  private ThisMachine() {}

  static String inWords() throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.UK,
        "%s, %d cores (%s), %d GiB memory, load %.1f before, JDK %s (%s), %s %s",
        InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate(),
        system.getAvailableProcessors(),
        line("/proc/cpuinfo", "model name"),
        gibibytes(line("/proc/meminfo", "MemTotal")),
        system.getSystemLoadAverage(),
        Runtime.version(),
        System.getProperty("java.vendor"),
        system.getName(),
        system.getVersion());
  }

  private static long gibibytes(String kilobytes) {
    String digits = kilobytes.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Math.round(Long.parseLong(digits) / 1024.0 / 1024.0);
  }

  private static String line(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (Files.notExists(path)) {
      return "unknown";
    }
    return Files.readAllLines(path).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
