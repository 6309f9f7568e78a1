package org.closeknit.journeys.cast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;

/**
 * Every made-up agency and worker: what the bootstrap file and the made-up families both rest on.
 */
public record Cast(List<Agency> agencies, List<Worker> workers, List<Agreement> agreements) {

  public Cast {
    agencies = List.copyOf(agencies);
    workers = List.copyOf(workers);
    agreements = List.copyOf(agreements);
  }

  public static Cast shipped() {
    List<Team> teams =
        read("teams.csv").stream()
            .map(row ->
                new Team(row.get("agency"), row.get("id"), row.get("name"), row.get("phone")))
            .toList();
    return new Cast(
        read("agencies.csv").stream().map(row -> agency(row, teams)).toList(),
        read("staff.csv").stream().map(Cast::worker).toList(),
        read("agreements.csv").stream().map(Cast::agreement).toList());
  }

  public Agency agency(String id) {
    return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst().orElseThrow();
  }

  public List<Worker> workersOf(String agency, String role) {
    return workers.stream()
        .filter(worker -> worker.agency().equals(agency) && worker.role().equals(role))
        .toList();
  }

  private static List<Table.Row> read(String name) {
    return Tables.resource(Cast.class, name).rows();
  }

  private static Agency agency(Table.Row row, List<Team> teams) {
    String id = row.get("id");
    return new Agency(
        id,
        row.get("name"),
        row.get("kind"),
        row.get("nation"),
        row.get("ods"),
        row.get("office_phone"),
        row.get("office_hours"),
        row.get("emergency_phone"),
        Integer.parseInt(row.get("escalate_after_minutes")),
        Integer.parseInt(row.get("daily_children")),
        teams.stream().filter(team -> team.agency().equals(id)).toList());
  }

  private static Worker worker(Table.Row row) {
    return new Worker(
        row.get("worker_id"),
        row.get("name"),
        row.get("agency"),
        Optional.of(row.get("team")).filter(team -> !team.isEmpty()),
        row.get("role"),
        row.get("job_role_code"),
        row.get("phone"),
        yes(row, "totp"));
  }

  private static Agreement agreement(Table.Row row) {
    return new Agreement(
        row.get("id"),
        words(row, "parties"),
        row.get("purpose"),
        words(row, "kinds"),
        yes(row, "content"),
        yes(row, "visit_reasons"),
        words(row, "involvements_open_for"),
        yes(row, "crosswalk"),
        LocalDate.parse(row.get("from")),
        LocalDate.parse(row.get("until")),
        row.get("signed_by"));
  }

  private static List<String> words(Table.Row row, String column) {
    return Stream.of(row.get(column).split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean yes(Table.Row row, String column) {
    return row.get(column).equals("yes");
  }
}
