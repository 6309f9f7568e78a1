package org.closeknit.child;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closeknit.access.Gate;
import org.closeknit.access.Wall;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is what to whom. */
@Component
public class Relationships {
  private final NamedParameterJdbcTemplate jdbc;
  private final Wall wall;

  Relationships(NamedParameterJdbcTemplate jdbc, Wall wall) {
    this.jdbc = jdbc;
    this.wall = wall;
  }

  /** Takes in what an agency says; the same relationship again replaces what was said before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(List<NewRelationship> stated) {
    stated.forEach(one -> wall.keep(Gate.RELATIONSHIPS, one.agency()));
    jdbc.batchUpdate(
        """
        insert into relationship (id, record_id, other_record_id, agency_id, submission_id, line,
                                  relationship, from_day, to_day, handling, withdrawn_on)
        values (:id, :record, :other, :agency, :submission, :line,
                :relationship, :from::date, :to::date, :handling, :withdrawn::date)
        on conflict (record_id, other_record_id, relationship, from_day) do update
           set submission_id = excluded.submission_id, line = excluded.line, to_day = excluded.to_day,
               handling = excluded.handling, withdrawn_on = excluded.withdrawn_on
        """,
        lastOfEach(stated).stream().map(Relationships::row).toArray(SqlParameterSource[]::new));
  }

  private static Collection<NewRelationship> lastOfEach(List<NewRelationship> stated) {
    Map<List<Object>, NewRelationship> last = new LinkedHashMap<>();
    for (NewRelationship one : stated) {
      last.put(List.of(one.record(), one.other(), one.relationship(), one.from()), one);
    }
    return last.values();
  }

  private static SqlParameterSource row(NewRelationship stated) {
    return new MapSqlParameterSource()
        .addValue("id", UUID.randomUUID())
        .addValue("record", stated.record().value())
        .addValue("other", stated.other().value())
        .addValue("agency", stated.agency().value())
        .addValue("submission", stated.submission())
        .addValue("line", stated.line())
        .addValue("relationship", stated.relationship())
        .addValue("from", stated.from().map(Object::toString).orElse(null))
        .addValue("to", stated.to().map(Object::toString).orElse(null))
        .addValue("handling", stated.handling().name())
        .addValue("withdrawn", stated.withdrawnOn().map(Object::toString).orElse(null));
  }
}
