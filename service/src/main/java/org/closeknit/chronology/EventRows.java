package org.closeknit.chronology;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.pages.Mark;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the entries that agencies sent, as far as a permit opens them. */
@Component
class EventRows {
  private final JdbcClient jdbc;

  EventRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(Happening happening, Handling handling) {}

  List<Happening> read(Permit permit) {
    return jdbc
        .sql(
            """
            select * from event_entry
             where record_id = any(:records::uuid[]) and withdrawn_on is null
            """)
        .param(
            "records",
            permit.records(Item.EVENTS).stream().map(RecordId::toString).toArray(String[]::new))
        .query(EventRows::row)
        .list()
        .stream()
        .filter(row -> permit.opens(Item.EVENTS, row.happening().record(), row.handling()))
        .map(Row::happening)
        .toList();
  }

  private static Row row(ResultSet row, int unused) throws SQLException {
    var happening =
        new Happening(
            row.getString("event_id"),
            new RecordId(row.getObject("record_id", UUID.class)),
            new AgencyId(row.getString("agency_id")),
            Happening.Kind.ENTRY,
            new PartialDate(row.getString("happened")),
            row.getString("date_certainty"),
            Optional.ofNullable(row.getObject("at_time", LocalTime.class)),
            Optional.of(row.getString("learned_on"))
                .filter(iso -> !iso.isEmpty())
                .map(PartialDate::new),
            Optional.of(row.getTimestamp("recorded_at").toInstant()),
            mark(row.getString("tone"), row.getString("category")),
            row.getString("category"),
            row.getString("headline"),
            new Happening.Telling(
                row.getString("detail"),
                row.getString("source"),
                row.getString("source_kind"),
                row.getString("standing"),
                row.getString("impact"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("correction_reason")),
            new Happening.Words(row.getString("child_words"), row.getString("heard_by")));
    return new Row(happening, Handling.valueOf(row.getString("handling")));
  }

  private static Mark mark(String tone, String category) {
    if (category.toLowerCase(Locale.ROOT).contains("missed")) {
      return Mark.MISSED;
    }
    return switch (tone) {
      case "concern" -> Mark.CONCERN;
      case "strength" -> Mark.STRENGTH;
      default -> Mark.NEITHER;
    };
  }
}
