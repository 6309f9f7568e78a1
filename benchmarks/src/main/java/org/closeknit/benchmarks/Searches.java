package org.closeknit.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How fast a duty worker finds a child by what they type, until the page of hits is there. */
final class Searches {
  private static final Duration WANTED = Duration.ofMillis(100);
  private static final String COUNCIL = "northmere-council";

  /** So few that the hits do not fill the worker's number of children for the day. */
  private static final int EACH = 5;

  /** What is typed of a child. */
  private record Way(String words, String typed) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "family name, forename, year",
              "family_name || ' ' || given_names || ' ' || left(birth_date, 4)"),
          new Way(
              "initial, family name, year",
              "left(given_names, 1) || ' ' || family_name || ' ' || left(birth_date, 4)"),
          new Way(
              "a slip, forename, year",
              "left(family_name, 3) || substr(family_name, 5) || ' ' || given_names"
                  + " || ' ' || left(birth_date, 4)"));

  private Searches() {}

  static void measure(RunningService service, Report report)
      throws IOException, InterruptedException, SQLException {
    Database database = Database.of(service);
    try (Browser browser =
        new Browser(service.base(), service.signIns().somebody(COUNCIL, "duty worker"))) {
      for (Way way : WAYS) {
        Latencies latencies = new Latencies();
        // The next morning: each way of asking has the day's number of children for itself.
        database.execute("delete from child_opened");
        for (List<String> row : database.rows(asked(way))) {
          find(browser, row.getFirst(), latencies);
        }
        report.none("not found: " + way.words(), latencies.failed());
        report.atMost("found, median: " + way.words(), latencies.sorted().share(.5), WANTED);
      }
    }
  }

  private static String asked(Way way) {
    return """
    select %s from person_record where agency_id = '%s'
     order by md5(local_id || '%s') limit %d
    """
        .formatted(way.typed(), COUNCIL, way.words(), EACH);
  }

  private static void find(Browser browser, String typed, Latencies latencies)
      throws IOException, InterruptedException {
    String csrf = Browser.csrf(browser.page("/find").body());
    long began = System.nanoTime();
    HttpResponse<String> asked = browser.posted("/find", csrf, Map.of("known", typed));
    String where = asked.headers().firstValue("Location").orElse("");
    String found = where.isEmpty() ? "" : browser.page(where.replaceAll("#.*", "")).body();
    if (found.contains("href=\"/children/")) {
      latencies.add(System.nanoTime() - began);
    } else {
      latencies.fail();
    }
  }
}
