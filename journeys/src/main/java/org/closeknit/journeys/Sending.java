package org.closeknit.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.journeys.cast.Agency;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.families.Filed;
import org.closeknit.journeys.families.MadeUpFamilies;

/** One agency after another, people first and then what hangs on them. */
final class Sending {

  private final Remote service;
  private final Map<String, Machine> machines;
  private final MadeUpFamilies made;
  private final Progress progress;

  Sending(Remote service, List<Machine> machines, MadeUpFamilies made, Progress progress) {
    this.service = service;
    this.machines =
        machines.stream().collect(Collectors.toMap(Machine::agency, Function.identity()));
    this.made = made;
    this.progress = progress;
  }

  /** One submission that is still to be sent. */
  private record Parcel(Agency agency, Filed filed, int lines) {}

  Tally all() throws IOException, InterruptedException {
    Tally tally = new Tally();
    List<Parcel> parcels = parcels();
    long lines = parcels.stream().mapToLong(Parcel::lines).sum();
    long sent = 0;
    for (Parcel parcel : parcels) {
      progress.at(sent, lines, parcel.filed().word() + " of " + parcel.agency().name());
      byte[] csv = made.csv(parcel.agency().id(), parcel.filed());
      Receipt receipt =
          service.submit(machine(parcel.agency()), parcel.filed().word(), key(parcel, csv), csv);
      tally.add(parcel.agency().name(), parcel.filed(), receipt);
      sent += parcel.lines();
    }
    progress.at(lines, lines, "all sent");
    progress.end();
    return tally;
  }

  /** Kind by kind, so that each thing finds what it hangs on; councils before the others. */
  private List<Parcel> parcels() {
    List<Parcel> parcels = new ArrayList<>();
    Cast cast = Cast.shipped();
    for (Filed filed : Filed.values()) {
      made.agencies().stream()
          .map(cast::agency)
          .sorted(Comparator.comparing((Agency agency) -> !agency.is("council")))
          .map(agency -> new Parcel(agency, filed, made.lines(agency.id(), filed).size()))
          .filter(parcel -> parcel.lines() > 0)
          .forEach(parcels::add);
    }
    return parcels;
  }

  private Machine machine(Agency agency) {
    return Optional.ofNullable(machines.get(agency.name()))
        .orElseThrow(
            () -> new CommandLine.Failed("The sign-ins hold no machine of " + agency.name()));
  }

  private static String key(Parcel parcel, byte[] csv) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((parcel.agency().id() + " " + parcel.filed()).getBytes(StandardCharsets.UTF_8));
      return "families-" + HexFormat.of().formatHex(digest.digest(csv), 0, 16);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
