package org.closeknit.journeys;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.closeknit.journeys.cast.Agency;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.Filed;
import org.closeknit.journeys.families.MadeUpFamilies;

/**
 * Does for a while what a service does all day, one council's files and a hospital's checks, so
 * that the JVM learns from it what later starts have ready.
 */
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 2);
  private static final int CHECKS = 2_500;

  private Rehearsal() {}

  public static void main(String[] arguments) {
    CommandLine.run("Rehearsal --url URL --data DIR", arguments, Rehearsal::play);
  }

  private static void play(CommandLine options) throws IOException, InterruptedException {
    List<Machine> machines = Machine.in(options.path("data"));
    Agency council = first("council");
    MadeUpFamilies made = MadeUpFamilies.of(MadeUpFamilies.SHIPPED_SEED, ANY_DAY, Cast.shipped());
    try (Remote service = new Remote(URI.create(options.text("url")), PATIENCE)) {
      for (Filed filed : Filed.values()) {
        service.submit(
            of(council, machines),
            filed.word(),
            "rehearsal-" + filed.word(),
            made.csv(council.id(), filed));
      }
      check(service, of(first("hospital"), machines), numbers(made, council));
    }
  }

  private static void check(Remote service, Machine hospital, List<String> numbers)
      throws IOException, InterruptedException {
    for (int i = 0; i < CHECKS; i++) {
      service.check(hospital, "rehearsal-" + i, numbers.get(i % numbers.size()));
    }
  }

  private static List<String> numbers(MadeUpFamilies made, Agency council) {
    int column = Filed.PEOPLE.columns().indexOf("nhs_number");
    return made.lines(council.id(), Filed.PEOPLE).stream()
        .map(line -> line.get(column))
        .filter(number -> !number.isBlank())
        .distinct()
        .toList();
  }

  private static Agency first(String kind) {
    return Cast.shipped().agencies().stream()
        .filter(agency -> agency.is(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Machine of(Agency agency, List<Machine> machines) {
    return machines.stream()
        .filter(machine -> machine.agency().equals(agency.name()))
        .findFirst()
        .orElseThrow(() -> new CommandLine.Failed("No machine of " + agency.name()));
  }
}
