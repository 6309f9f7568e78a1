package org.closeknit.journeys;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.MadeUpFamilies;

/**
 * Sends the made-up families to a running service, as the agencies' own machines would. What was
 * sent before is not sent twice: a run that was stopped is taken up by the next.
 */
public final class Seed {

  /** The day on which these families were made up; a later run tells the same story. */
  private static final String DAY = "families-day";

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

  private Seed() {}

  public static void main(String[] arguments) {
    CommandLine.run("Seed --url URL --data DIR", arguments, Seed::send);
  }

  private static void send(CommandLine options) throws IOException, InterruptedException {
    Path data = options.path("data");
    LocalDate day = day(data, InstantSource.system());
    try (Remote service = new Remote(URI.create(options.text("url")), PATIENCE)) {
      send(
          service,
          data,
          MadeUpFamilies.of(MadeUpFamilies.SHIPPED_SEED, day, Cast.shipped()),
          Progress.onStandardError());
    }
    confirm(URI.create(options.text("url")), data);
  }

  /** The families are in without it too: what fails here is said, and stops nothing. */
  private static void confirm(URI service, Path data) throws InterruptedException {
    try {
      System.err.println(
          "Social workers confirmed %d workers of other agencies."
              .formatted(Confirming.all(service, data)));
    } catch (IOException | CommandLine.Failed failed) {
      System.err.println("Nobody is confirmed yet: " + failed.getMessage());
    }
  }

  static void send(Remote service, Path data, MadeUpFamilies made, Progress progress)
      throws IOException, InterruptedException {
    Tally tally = new Sending(service, Machine.in(data), made, progress).all();
    System.err.println(tally.told());
    if (tally.refused() > 0) {
      throw new CommandLine.Failed("Not every line of the made-up families was taken in");
    }
  }

  static LocalDate day(Path data, InstantSource clock) throws IOException {
    Path file = data.resolve(DAY);
    if (!Files.exists(file)) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
      OwnersFile.write(data, DAY, today.toString().getBytes(StandardCharsets.UTF_8));
    }
    return LocalDate.parse(Files.readString(file).strip());
  }
}
