package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of records, as it stands now. */
@Component
class Outcomes {
  private final JdbcClient jdbc;

  Outcomes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One for each id, in their order. */
  List<Taken> of(List<RecordId> ids) {
    Map<RecordId, Taken> taken =
        jdbc
            .sql(
                """
                select p.id, p.child_id, mate.id as mate, doubt.id as doubt
                  from person_record p
                  left join lateral (
                    select o.id from person_record o
                     where o.child_id = p.child_id and o.id <> p.id and o.withdrawn_on is null
                     order by o.arrival limit 1) mate on true
                  left join lateral (
                    select d.other_id as id from open_pair_of d
                     where d.record_id = p.id
                     order by d.weight desc, d.id limit 1) doubt on true
                 where p.id = any(?::uuid[])
                """)
            .param(Records.texts(ids))
            .query(Outcomes::taken)
            .list()
            .stream()
            .collect(Collectors.toMap(Taken::record, Function.identity()));
    return ids.stream().flatMap(id -> Optional.ofNullable(taken.get(id)).stream()).toList();
  }

  /**
   * What became of each record that a submission spoke of, in the order of its lines. A reader who
   * does not see across agencies learns of its own records alone; one who does learns nothing of a
   * person of whom another agency has restricted its record.
   */
  List<Matched> ofSubmission(UUID submission, boolean across, int behind, int atMost) {
    return jdbc.sql(
            """
            select l.line, p.local_id,
                   case when :across and not sealed.is then p.child_id else (
                     -- By the id that it had by itself: or the name would change with what is hidden.
                     select case when :across then o.first_child else o.id end from person_record o
                      where o.child_id = p.child_id and o.agency_id = p.agency_id and o.withdrawn_on is null
                      order by o.arrival limit 1) end as person,
                   exists (
                     select from person_record o
                      where o.child_id = p.child_id and o.id <> p.id and o.withdrawn_on is null
                        and (o.agency_id = p.agency_id or :across and not sealed.is)) as joined,
                   nearest.person as candidate
              from person_record_line l
              join person_record p on p.id = l.record_id and p.withdrawn_on is null
              cross join lateral (
                select exists (
                  select from person_record x
                   where x.child_id = p.child_id and x.withdrawn_on is null
                     and x.restricted <> 'NONE'
                     and (x.agency_id <> p.agency_id or x.restricted = 'ADOPTED')) as is) sealed
              left join lateral (
                select case when :across and not hidden.is then o.child_id else (
                         select case when :across then f.first_child else f.id end from person_record f
                          where f.child_id = o.child_id and f.agency_id = p.agency_id and f.withdrawn_on is null
                          order by f.arrival limit 1) end as person
                  from open_pair_of d
                  join person_record o on o.id = d.other_id
                  cross join lateral (
                    select exists (
                      select from person_record x
                       where x.child_id = o.child_id and x.withdrawn_on is null
                         and x.restricted <> 'NONE'
                         and (x.agency_id <> p.agency_id or x.restricted = 'ADOPTED')) as is) hidden
                 where d.record_id = p.id
                   and (o.agency_id = p.agency_id or :across and not hidden.is)
                 order by d.weight desc, d.id limit 1) nearest on true
             where l.submission_id = :submission and l.line > :behind
             order by l.line
             limit :most
            """)
        .param("submission", submission)
        .param("across", across)
        .param("behind", behind)
        .param("most", atMost)
        .query(Outcomes::matched)
        .list();
  }

  private static Taken taken(ResultSet row, int unused) throws SQLException {
    Optional<RecordId> mate = record(row, "mate");
    Optional<RecordId> doubt = record(row, "doubt");
    return new Taken(
        new RecordId(row.getObject("id", UUID.class)),
        new ChildId(row.getObject("child_id", UUID.class)),
        outcome(mate.isPresent(), doubt.isPresent()),
        mate.or(() -> doubt));
  }

  private static Matched matched(ResultSet row, int unused) throws SQLException {
    Optional<String> candidate = Optional.ofNullable(row.getString("candidate"));
    boolean joined = row.getBoolean("joined");
    return new Matched(
        row.getInt("line"),
        row.getString("local_id"),
        row.getString("person"),
        outcome(joined, candidate.isPresent()),
        joined ? Optional.empty() : candidate);
  }

  private static Outcome outcome(boolean joined, boolean unsure) {
    if (joined) {
      return Outcome.JOINED;
    }
    return unsure ? Outcome.UNSURE : Outcome.NEW;
  }

  private static Optional<RecordId> record(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(RecordId::new);
  }
}
