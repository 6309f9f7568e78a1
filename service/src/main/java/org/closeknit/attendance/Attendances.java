package org.closeknit.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Gate;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Wall;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The visits to health care. */
@Component
public class Attendances {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The time within which emergency departments are to have seen and moved on a patient. */
  static final Duration ONE_VISIT = Duration.ofHours(4);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Wall wall;

  Attendances(JdbcClient jdbc, InstantSource clock, JsonMapper json, Wall wall) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.wall = wall;
  }

  /** Takes in what an agency says; the same visit again replaces what was said before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Refusal> take(NewVisit stated) {
    boolean ahead = stated.arrived().earliest().isAfter(today());
    boolean came = stated.kept() == Kept.YES && !stated.planned().orElse(false);
    if (ahead && came) {
      return Optional.of(new Refusal("arrived", "is in the future, and the visit is not planned"));
    }
    keep(stated);
    return Optional.empty();
  }

  /**
   * Children who are there while somebody asks: each makes a visit, once for each check, and once
   * for all checks of one agency within {@link #ONE_VISIT}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(List<Arrival> arrivals) {
    List<Arrival> left = arrivals;
    while (!left.isEmpty()) {
      // One of each record at a time: a statement does not see what itself writes.
      var now = new LinkedHashMap<RecordId, Arrival>();
      left.forEach(arrival -> now.putIfAbsent(arrival.record(), arrival));
      keepArrivals(List.copyOf(now.values()));
      left = left.stream().filter(arrival -> now.get(arrival.record()) != arrival).toList();
    }
  }

  private void keepArrivals(List<Arrival> arrivals) {
    arrivals.forEach(arrival -> wall.keep(Gate.VISITS, arrival.agency()));
    jdbc.sql(
            """
            insert into visit (record_id, visit_id, agency_id, arrived, arrived_first, arrived_at, setting,
                               planned, kept, accompanied_by, reason, injury, follow_up_of,
                               safeguarding_code, ended, handling)
            select a.record_id, a.visit_id, a.agency_id, a.arrived_first::text, a.arrived_first,
                   a.arrived_at, a.setting, false, 'YES', '', a.reason, a.injury, '', '', '', 'SHARED'
              from json_to_recordset(:rows::json)
                     as a (record_id uuid, visit_id text, agency_id text, came timestamp, arrived_first date,
                           arrived_at time, setting text, reason text, injury boolean)
             where not exists (
                     select from visit v
                      where v.record_id = a.record_id and v.withdrawn_on is null
                        and v.planned is not true and v.kept = 'YES'
                        and v.arrived_first + v.arrived_at
                            between a.came - :within::interval and a.came)
            on conflict do nothing
            """)
        .param("rows", json.writeValueAsString(arrivals.stream().map(Attendances::row).toList()))
        .param("within", ONE_VISIT.toString())
        .update();
  }

  private static Map<String, Object> row(Arrival arrival) {
    var local = arrival.at().atZone(LONDON).toLocalDateTime();
    return Map.of(
        "record_id", arrival.record().value(),
        "visit_id", arrival.enquiry(),
        "agency_id", arrival.agency().value(),
        "came", local.toString(),
        "arrived_first", local.toLocalDate().toString(),
        "arrived_at", local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        "setting", arrival.setting().name(),
        "reason", arrival.reason(),
        "injury", arrival.injury());
  }

  /** What the permit opens, the latest first; withdrawn ones are left out. */
  public List<Visit> read(Permit permit) {
    return jdbc
        .sql(
            """
            select record_id, visit_id, agency_id, arrived, arrived_at, setting, planned, kept,
                   accompanied_by, reason, injury, left_before_seen, follow_up_of, safeguarding_code,
                   ended, handling, submission_id is null as of_a_check
              from visit
             where record_id = any(:records::uuid[]) and withdrawn_on is null
             order by arrived_first desc, arrived_at desc nulls last, record_id, visit_id
            """)
        .param(
            "records",
            permit.records(Item.VISITS).stream().map(RecordId::toString).toArray(String[]::new))
        .query(Attendances::visit)
        .list()
        .stream()
        .filter(visit -> permit.opens(Item.VISITS, visit.record(), visit.handling()))
        .map(visit -> permit.opensReasonOfVisit(visit.record()) ? visit : visit.withoutReason())
        .toList();
  }

  private void keep(NewVisit stated) {
    wall.keep(Gate.VISITS, stated.agency());
    jdbc.sql(
            """
            insert into visit (record_id, visit_id, agency_id, submission_id, line, arrived, arrived_first,
                               arrived_at, setting, planned, kept, accompanied_by, reason, injury,
                               left_before_seen, follow_up_of, safeguarding_code, ended, handling,
                               withdrawn_on)
            values (:record, :visit, :agency, :submission, :line, :arrived, :first,
                    :at, :setting, :planned, :kept, :accompanied, :reason, :injury,
                    :left, :followUp, :code, :ended, :handling, :withdrawn)
            on conflict (record_id, visit_id) do update
               set submission_id = excluded.submission_id, line = excluded.line,
                   arrived = excluded.arrived, arrived_first = excluded.arrived_first,
                   arrived_at = excluded.arrived_at, setting = excluded.setting,
                   planned = excluded.planned, kept = excluded.kept,
                   accompanied_by = excluded.accompanied_by, reason = excluded.reason,
                   injury = excluded.injury, left_before_seen = excluded.left_before_seen,
                   follow_up_of = excluded.follow_up_of,
                   safeguarding_code = excluded.safeguarding_code, ended = excluded.ended,
                   handling = excluded.handling, withdrawn_on = excluded.withdrawn_on
            """)
        .param("record", stated.record().value())
        .param("visit", stated.visitId())
        .param("agency", stated.agency().value())
        .param("submission", stated.submission())
        .param("line", stated.line())
        .param("arrived", stated.arrived().iso())
        .param("first", stated.arrived().earliest())
        .param("at", stated.at().orElse(null))
        .param("setting", stated.setting().name())
        .param("planned", stated.planned().orElse(null))
        .param("kept", stated.kept().name())
        .param("accompanied", stated.accompaniedBy())
        .param("reason", stated.reason())
        .param("injury", stated.injury().orElse(null))
        .param("left", stated.leftBeforeSeen().orElse(null))
        .param("followUp", stated.followUpOf())
        .param("code", stated.safeguardingCode())
        .param("ended", stated.ended())
        .param("handling", stated.handling().name())
        .param("withdrawn", stated.withdrawnOn().map(PartialDate::iso).orElse(null))
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }

  private static Visit visit(ResultSet row, int unused) throws SQLException {
    return new Visit(
        new RecordId(row.getObject("record_id", UUID.class)),
        new AgencyId(row.getString("agency_id")),
        row.getString("visit_id"),
        new PartialDate(row.getString("arrived")),
        Optional.ofNullable(row.getObject("arrived_at", LocalTime.class)),
        Setting.valueOf(row.getString("setting")),
        Optional.ofNullable(row.getObject("planned", Boolean.class)),
        Kept.valueOf(row.getString("kept")),
        row.getString("accompanied_by"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("injury", Boolean.class)),
        Optional.ofNullable(row.getObject("left_before_seen", Boolean.class)),
        row.getString("follow_up_of"),
        row.getString("safeguarding_code"),
        row.getString("ended"),
        Handling.valueOf(row.getString("handling")),
        row.getBoolean("of_a_check"));
  }
}
