package org.closeknit.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.Filed;
import org.closeknit.journeys.families.MadeUpFamilies;

/** Writes what the made-up agencies would send as files, for those who want to look. */
public final class WriteSubmissions {

  private static final String USAGE =
      "WriteSubmissions --out DIR --today YYYY-MM-DD [--seed N] [--truth FILE]";

  private WriteSubmissions() {}

  public static void main(String[] arguments) {
    CommandLine.run(USAGE, arguments, WriteSubmissions::write);
  }

  private static void write(CommandLine options) throws IOException {
    MadeUpFamilies made =
        MadeUpFamilies.of(
            options.number("seed", MadeUpFamilies.SHIPPED_SEED),
            LocalDate.parse(options.text("today")),
            Cast.shipped());
    Path out = Files.createDirectories(options.path("out"));
    for (String agency : made.agencies()) {
      for (Filed filed : Filed.values()) {
        if (!made.lines(agency, filed).isEmpty()) {
          Files.write(out.resolve(agency + "." + filed.word() + ".csv"), made.csv(agency, filed));
        }
      }
    }
    if (options.optional("truth").isPresent()) {
      Files.write(options.path("truth"), made.truthCsv());
    }
    System.err.println(made.figures().told());
  }
}
