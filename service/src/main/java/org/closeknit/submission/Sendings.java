package org.closeknit.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an agency's files were like over time: when they came, and what of them is not mended. */
@Component
public class Sendings {
  /** So many say how often a kind of file comes. */
  private static final int ENOUGH = 12;

  private final JdbcClient jdbc;

  Sendings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A refused line of which nothing better has come since.
   *
   * @param localId the sender's own id, as far as it could be read
   */
  public record Unmended(
      SubmissionKind kind,
      UUID submission,
      String localId,
      LineCode code,
      String reason,
      boolean onPlan) {}

  /** For each kind that came and was of use: when, the latest first. */
  public Map<SubmissionKind, List<Instant>> times(AgencyId agency) {
    Map<SubmissionKind, List<Instant>> times = new EnumMap<>(SubmissionKind.class);
    jdbc
        .sql(
            """
            select kind, received_at
              from (select kind, received_at,
                           row_number() over (partition by kind order by received_at desc) as place
                      from submission
                     where agency_id = ? and state = 'done' and accepted > 0 and file_name <> ?) sent
             where place <= ?
             order by kind, received_at desc
            """)
        .params(agency.value(), Submissions.BY_HAND, ENOUGH)
        .query((row, unused) ->
            Map.entry(
                SubmissionKind.read(row.getString("kind")).orElseThrow(),
                row.getTimestamp("received_at").toInstant()))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .forEach(times::put);
    return times;
  }

  /**
   * Refused lines of files that came since a moment. A line of {@code people} or {@code statuses}
   * counts as mended when a later file of the kind spoke of the same id and was not refused; of the
   * other kinds, where one id has many lines, every refused line stands until its file is older.
   */
  public List<Unmended> unmended(AgencyId agency, Instant since) {
    return jdbc.sql(
            """
            with sent as (
              select id, kind, received_at, accepted, received
                from submission
               where agency_id = :agency and state = 'done' and received_at >= :since
            ), refused as (
              select distinct on (s.kind, case when s.kind in ('people', 'statuses') and l.local_id <> ''
                                               then l.local_id else s.id || ' ' || l.line end)
                     s.kind, s.id, s.received_at, l.local_id, l.code, l.reason, l.on_plan
                from sent s join submission_line l on l.submission_id = s.id
               where l.code <> 'CPR06'
               order by 1, case when s.kind in ('people', 'statuses') and l.local_id <> ''
                                then l.local_id else s.id || ' ' || l.line end, s.received_at desc
            )
            select r.* from refused r
             where r.kind not in ('people', 'statuses')
                or not exists (
                     select from sent later join submission_line l on l.submission_id = later.id
                      where later.kind = r.kind and later.received_at > r.received_at
                        and l.local_id = r.local_id and l.code = 'CPR06')
               -- Of a long file only the refused lines are kept: what it took in it mended.
               and not exists (
                     select from sent later
                      where later.kind = r.kind and later.received_at > r.received_at
                        and later.received > :step and later.accepted > 0)
             order by r.on_plan desc, r.received_at desc, r.local_id
            """)
        .param("agency", agency.value())
        .param("since", Timestamp.from(since))
        .param("step", Submissions.STEP)
        .query((row, unused) ->
            new Unmended(
                SubmissionKind.read(row.getString("kind")).orElseThrow(),
                row.getObject("id", UUID.class),
                row.getString("local_id"),
                LineCode.valueOf(row.getString("code")),
                row.getString("reason"),
                row.getBoolean("on_plan")))
        .list();
  }
}
