package org.closeknit.chronology;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.closeknit.access.Gate;
import org.closeknit.access.Wall;
import org.closeknit.person.PartialDate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what agencies say happened, and keeps what they said of it before. */
@Component
class EventTaking {
  private static final String KEEP_THE_EARLIER_WORDING =
      """
      insert into event_wording (entry_id, agency_id, replaced_at, was)
      select id, agency_id, :now, to_jsonb(event_entry)
        from event_entry
       where record_id = :record and event_id = :event
         and (happened, at_time, date_certainty, learned_on, category, headline, detail, source,
              source_kind, standing, impact, action, outcome, tone, child_words, heard_by, handling,
              correction_reason, withdrawn_on)
             is distinct from
             (:happened, :time::time, :certainty, :learned, :category, :headline, :detail, :source,
              :sourceKind, :standing, :impact, :action, :outcome, :tone, :childWords, :heardBy, :handling,
              :correctionReason, :withdrawn::date)
      """;

  private static final String WRITE =
      """
      insert into event_entry (id, record_id, agency_id, submission_id, line, event_id, happened,
                               happened_from, at_time, date_certainty, learned_on, category, headline,
                               detail, source, source_kind, standing, impact, action, outcome, tone,
                               child_words, heard_by, handling, correction_reason, withdrawn_on,
                               recorded_at)
      values (:id, :record, :agency, :submission, :line, :event, :happened,
              :happenedFrom, :time::time, :certainty, :learned, :category, :headline,
              :detail, :source, :sourceKind, :standing, :impact, :action, :outcome, :tone,
              :childWords, :heardBy, :handling, :correctionReason, :withdrawn::date,
              :now)
      on conflict (record_id, event_id) do update
         set submission_id = excluded.submission_id, line = excluded.line, happened = excluded.happened,
             happened_from = excluded.happened_from, at_time = excluded.at_time,
             date_certainty = excluded.date_certainty, learned_on = excluded.learned_on,
             category = excluded.category, headline = excluded.headline, detail = excluded.detail,
             source = excluded.source, source_kind = excluded.source_kind, standing = excluded.standing,
             impact = excluded.impact, action = excluded.action, outcome = excluded.outcome,
             tone = excluded.tone, child_words = excluded.child_words, heard_by = excluded.heard_by,
             handling = excluded.handling, correction_reason = excluded.correction_reason,
             withdrawn_on = excluded.withdrawn_on
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final InstantSource clock;
  private final Wall wall;

  EventTaking(NamedParameterJdbcTemplate jdbc, InstantSource clock, Wall wall) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.wall = wall;
  }

  void take(List<NewEvent> events) {
    var together = new ArrayList<NewEvent>();
    var keys = new HashSet<String>();
    for (NewEvent event : events) {
      // The same event twice in one file: each wording is kept in its turn.
      if (!keys.add(event.record() + " " + event.eventId())) {
        write(together);
        together.clear();
        keys.clear();
        keys.add(event.record() + " " + event.eventId());
      }
      together.add(event);
    }
    write(together);
  }

  private void write(List<NewEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    events.forEach(event -> wall.keep(Gate.EVENTS, event.agency()));
    var now = Timestamp.from(clock.instant());
    SqlParameterSource[] rows =
        events.stream().map(event -> row(event, now)).toArray(SqlParameterSource[]::new);
    jdbc.batchUpdate(KEEP_THE_EARLIER_WORDING, rows);
    jdbc.batchUpdate(WRITE, rows);
  }

  private static SqlParameterSource row(NewEvent event, Timestamp now) {
    return new MapSqlParameterSource()
        .addValue("id", UUID.randomUUID())
        .addValue("record", event.record().value())
        .addValue("agency", event.agency().value())
        .addValue("submission", event.submission())
        .addValue("line", event.line())
        .addValue("event", event.eventId())
        .addValue("happened", event.date().iso())
        .addValue("happenedFrom", event.date().earliest())
        .addValue("time", event.time().map(Object::toString).orElse(null))
        .addValue("certainty", event.certainty())
        .addValue("learned", event.learnedOn().map(PartialDate::iso).orElse(""))
        .addValue("category", event.category())
        .addValue("headline", event.headline())
        .addValue("detail", event.detail())
        .addValue("source", event.source())
        .addValue("sourceKind", event.sourceKind())
        .addValue("standing", event.standing())
        .addValue("impact", event.impact())
        .addValue("action", event.action())
        .addValue("outcome", event.outcome())
        .addValue("tone", event.tone())
        .addValue("childWords", event.childWords())
        .addValue("heardBy", event.heardBy())
        .addValue("handling", event.handling().name())
        .addValue("correctionReason", event.correctionReason())
        .addValue("withdrawn", event.withdrawnOn().map(Object::toString).orElse(null))
        .addValue("now", now);
  }
}
