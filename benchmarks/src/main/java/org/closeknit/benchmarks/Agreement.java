package org.closeknit.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.journeys.tables.Table;

/** Two agencies' matches, as each can read them, held against the truth. */
final class Agreement {
  private final Table truth;
  private final Map<String, Table.Row> matches = new HashMap<>();

  Agreement(Table truth, Table council, Table hospital) {
    this.truth = truth;
    Stream.concat(council.rows().stream(), hospital.rows().stream())
        .forEach(row -> matches.put(row.get("local_id"), row));
  }

  void tell(Report report) {
    long together = pairsTogether();
    long right = truth.rows().stream().filter(this::isJoined).count();
    long found = truth.rows().stream().filter(this::isFound).count();
    long all = truth.rows().size();
    report.fact("pairs joined without a human", "" + together);
    report.fact("of them wrong", "" + (together - right));
    report.fact("true pairs joined", "%d of %d".formatted(right, all));
    report.fact("unsure with the right partner", "" + (found - right));
    report.atLeast("precision of the joined", share(right, together), .9995);
    report.atLeast("recall, joined or unsure with the right partner", share(found, all), .99);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Every two records that are held to be one person, of one agency or of two. */
  private long pairsTogether() {
    return matches.values().stream()
        .collect(Collectors.groupingBy(row -> row.get("person_id"), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(records -> records * (records - 1) / 2)
        .sum();
  }

  private boolean isJoined(Table.Row pair) {
    return person(pair, "council_local_id").equals(person(pair, "hospital_local_id"));
  }

  private boolean isFound(Table.Row pair) {
    return isJoined(pair)
        || pointsAt(pair, "council_local_id", "hospital_local_id")
        || pointsAt(pair, "hospital_local_id", "council_local_id");
  }

  private boolean pointsAt(Table.Row pair, String from, String to) {
    Table.Row row = row(pair, from);
    return row.get("outcome").equals("unsure")
        && row.get("candidate_person_id").equals(person(pair, to));
  }

  private String person(Table.Row pair, String column) {
    return row(pair, column).get("person_id");
  }

  private Table.Row row(Table.Row pair, String column) {
    Table.Row row = matches.get(pair.get(column));
    if (row == null) {
      throw new IllegalStateException("a line has no match: " + pair.get(column));
    }
    return row;
  }
}
