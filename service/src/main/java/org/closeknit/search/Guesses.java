package org.closeknit.search;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the information governance officer of somebody's agency that they look for many children
 * and find nobody: who, how often, since when and by what kinds of things, and never whom.
 */
@Component
class Guesses {
  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Notices notices;
  private final InstantSource clock;
  private final int tellAfter;

  Guesses(
      JdbcClient jdbc,
      Agencies agencies,
      Notices notices,
      InstantSource clock,
      @Value("${closeknit.search.tell-after-misses:10}") int tellAfter) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.notices = notices;
    this.clock = clock;
    this.tellAfter = tellAfter;
  }

  /** At so many on one day, and again each time that it has doubled. */
  void tell(Asker.Worker worker, LocalDate today, int misses) {
    List<StaffId> officers = officers(worker);
    if (!officers.isEmpty() && isTold(misses)) {
      notices.raise(
          NewNotice.ofNoChild(
              "guesses " + worker.actor() + " " + today,
              worker.agency().id(),
              officers,
              "{who} looked for a child "
                  + Numbers.count(misses, "time", "times")
                  + " today and found nobody",
              Map.of(
                  "who", worker.name(),
                  "role", worker.roleWords(),
                  "place", worker.agency().name(),
                  "why", how(worker))));
    }
  }

  /**
   * Once a day for each kind; each time that the row has grown by so many more the notice grows.
   *
   * @param row how many lie beside each other
   */
  void tellOfSweep(Asker.Worker worker, Sweep kind, int row) {
    List<StaffId> officers = officers(worker);
    boolean told = row % (Sweep.LONG / 2) == 0;
    if (!officers.isEmpty() && told) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
      notices.raise(
          NewNotice.ofNoChild(
              "sweep " + kind + " " + worker.actor() + " " + today,
              worker.agency().id(),
              officers,
              "{who} looks for children by " + kind.words() + " that follow each other",
              Map.of(
                  "who",
                  worker.name(),
                  "role",
                  worker.roleWords(),
                  "place",
                  worker.agency().name(),
                  "why",
                  row + " of those asked for within a day lie beside each other")));
    }
  }

  private boolean isTold(int misses) {
    return misses > 0 && misses % tellAfter == 0 && Integer.bitCount(misses / tellAfter) == 1;
  }

  private List<StaffId> officers(Asker.Worker worker) {
    List<Staff> staff = agencies.staffOf(worker.agency().id());
    List<StaffId> officers = with(staff, Role.INFORMATION_GOVERNANCE_OFFICER);
    return officers.isEmpty() ? with(staff, Role.ADMINISTRATOR) : officers;
  }

  private static List<StaffId> with(List<Staff> staff, Role role) {
    return staff.stream().filter(one -> one.role() == role).map(Staff::id).toList();
  }

  /** "Between 09:10 and 09:32: by name and age 7 times, by number 3 times". */
  private String how(Asker.Worker worker) {
    var dates = new Dates(clock.instant());
    Instant first =
        jdbc.sql("select first_miss_at from search_pace where actor = ?")
            .param(worker.actor())
            .query(java.sql.Timestamp.class)
            .single()
            .toInstant();
    String shapes =
        jdbc
            .sql(
                """
                select key, value::int as times from search_pace, jsonb_each_text(shapes)
                 where actor = ? order by 2 desc, 1
                """)
            .param(worker.actor())
            .query((row, unused) ->
                "by "
                    + row.getString("key")
                    + " "
                    + Numbers.count(row.getInt("times"), "time", "times"))
            .list()
            .stream()
            .collect(Collectors.joining(", "));
    return "Between " + dates.time(first) + " and " + dates.time(clock.instant()) + ": " + shapes;
  }
}
