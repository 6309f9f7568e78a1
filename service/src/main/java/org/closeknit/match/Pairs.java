package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.linkage.Likeness;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The pairs that people decide, and what they decided. */
@Component
public class Pairs {
  private static final String PAIR =
      """
      select p.id, p.left_id, p.right_id, p.cause, p.raised_at,
             d.id as ruling, d.kind, d.by_staff, d.by_name, d.at, d.why,
             s.id as proposal, s.by_staff as proposed_by, s.by_name as proposed_name, s.at as proposed_at,
             s.why as proposed_why
        from unsure_pair p
        left join match_decision d
          on d.pair_id = p.id and d.kind in ('SAME', 'DIFFERENT') and d.undone_at is null
        left join match_decision s
          on s.pair_id = p.id and s.kind = 'PROPOSED' and s.undone_at is null
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Pairs(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Pair> find(UUID id) {
    return jdbc.sql(PAIR + " where p.id = ?").param(id).query(Pairs::pair).optional();
  }

  /** Those that wait and touch a person whom an agency keeps a record of, the oldest first. */
  public List<Pair> waitingFor(AgencyId agency) {
    return jdbc.sql(
            PAIR
                + """
                 where p.id in (
                   select o.id from open_pair o
                     join person_record r on r.child_id in (o.left_child, o.right_child)
                    where r.agency_id = ? and r.withdrawn_on is null)
                 order by p.raised_at, p.id
                """)
        .param(agency.value())
        .query(Pairs::pair)
        .list();
  }

  /** Those that wait, whoever may decide them, the oldest first. */
  public List<Pair> waiting() {
    return jdbc.sql(PAIR + " where p.id in (select id from open_pair) order by p.raised_at, p.id")
        .query(Pairs::pair)
        .list();
  }

  /** Those that wait and touch nobody whom one of some agencies keeps a record of. */
  public List<Pair> waitingForNoneOf(Collection<AgencyId> agencies) {
    return jdbc.sql(
            PAIR
                + """
                 where p.id in (
                   select o.id from open_pair o
                    where not exists (select from person_record r
                                       where r.child_id in (o.left_child, o.right_child)
                                         and r.withdrawn_on is null and r.agency_id = any(?)))
                 order by p.raised_at, p.id
                """)
        .param((Object) agencies.stream().map(AgencyId::value).toArray(String[]::new))
        .query(Pairs::pair)
        .list();
  }

  /** Those that people of an agency decided last. */
  public List<Pair> decidedBy(AgencyId agency, int limit) {
    return jdbc.sql(PAIR + " where d.by_agency = ? order by d.at desc, p.id limit ?")
        .params(agency.value(), limit)
        .query(Pairs::pair)
        .list();
  }

  /** How many pairs somebody has decided or proposed since a moment, those undone left out. */
  public int decidedSince(StaffId staff, Instant since) {
    return jdbc.sql(
            """
            select count(distinct pair_id) from match_decision
             where by_staff = ? and at >= ? and undone_at is null and pair_id is not null
               and kind in ('SAME', 'DIFFERENT', 'PROPOSED')
            """)
        .params(staff.value(), Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** What was asked about a pair, and by which agency. */
  public record Question(UUID pair, Pair.Ruling ruling, AgencyId by) {}

  /** The last question about each of some pairs. */
  public Map<UUID, Question> lastQuestions(List<UUID> some) {
    return jdbc
        .sql(
            """
            select distinct on (pair_id) pair_id, id as ruling, kind, by_staff, by_name, at, why, by_agency
              from match_decision
             where pair_id = any(?::uuid[]) and kind = 'CANNOT_TELL'
             order by pair_id, at desc
            """)
        .param((Object) some.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, unused) ->
            new Question(
                row.getObject("pair_id", UUID.class),
                ruling(row),
                new AgencyId(row.getString("by_agency"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Question::pair, Function.identity()));
  }

  UUID decide(
      Pair pair,
      Pair.Kind kind,
      Asker.Worker by,
      String why,
      Likeness likeness,
      int model,
      Instant at) {
    return jdbc.sql(
            """
            insert into match_decision (id, kind, left_id, right_id, at, model, weight, probability, reasons,
                                        pair_id, by_staff, by_name, by_agency, why)
            values (:id, :kind, :left, :right, :at, :model, :weight, :probability, :reasons::jsonb,
                    :pair, :staff, :name, :agency, :why)
            returning id
            """)
        .param("id", UUID.randomUUID())
        .param("kind", kind.name())
        .param("left", pair.left().value())
        .param("right", pair.right().value())
        .param("at", Timestamp.from(at))
        .param("model", model)
        .param("weight", likeness.weight())
        .param("probability", likeness.probability())
        .param("reasons", json.writeValueAsString(likeness.reasons()))
        .param("pair", pair.id())
        .param("staff", by.staff().id().value())
        .param("name", by.name())
        .param("agency", by.agency().id().value())
        .param("why", why)
        .query(UUID.class)
        .single();
  }

  /** What people joined among some records, and what stands. */
  public List<Pair> joinedBetween(Collection<RecordId> records) {
    return jdbc.sql(
            PAIR
                + """
                 where d.kind = 'SAME' and d.cut_by is null
                   and p.left_id = any(:ids::uuid[]) and p.right_id = any(:ids::uuid[])
                 order by d.at desc
                """)
        .param("ids", Records.texts(records))
        .query(Pairs::pair)
        .list();
  }

  /** Whether a decision of somebody's stands on two records. */
  boolean isDecided(RecordId one, RecordId other) {
    return jdbc.sql(
            """
            select exists (select from match_decision
                            where kind in ('SAME', 'DIFFERENT') and undone_at is null
                              and (left_id, right_id) in ((:one::uuid, :other::uuid), (:other::uuid, :one::uuid)))
            """)
        .param("one", one.value())
        .param("other", other.value())
        .query(Boolean.class)
        .single();
  }

  /** The pair of two records, raised now unless it was before. */
  Pair raise(RecordId left, RecordId right, Cause cause, Instant at) {
    jdbc.sql(
            """
            insert into unsure_pair (id, left_id, right_id, cause, weight, raised_at)
            values (?, ?, ?, ?, 0, ?)
            on conflict (least(left_id, right_id), greatest(left_id, right_id))
            do update set cause = excluded.cause, raised_at = excluded.raised_at
            """)
        .params(UUID.randomUUID(), left.value(), right.value(), cause.name(), Timestamp.from(at))
        .update();
    return jdbc.sql(
            PAIR
                + " where least(p.left_id, p.right_id) = least(?::uuid, ?::uuid)"
                + " and greatest(p.left_id, p.right_id) = greatest(?::uuid, ?::uuid)")
        .params(left.value(), right.value(), left.value(), right.value())
        .query(Pairs::pair)
        .single();
  }

  private static Pair pair(ResultSet row, int unused) throws SQLException {
    return new Pair(
        row.getObject("id", UUID.class),
        new RecordId(row.getObject("left_id", UUID.class)),
        new RecordId(row.getObject("right_id", UUID.class)),
        Cause.valueOf(row.getString("cause")),
        row.getTimestamp("raised_at").toInstant(),
        row.getString("ruling") == null ? Optional.empty() : Optional.of(ruling(row)),
        row.getString("proposal") == null ? Optional.empty() : Optional.of(proposal(row)));
  }

  private static Pair.Ruling ruling(ResultSet row) throws SQLException {
    return new Pair.Ruling(
        row.getObject("ruling", UUID.class),
        Pair.Kind.valueOf(row.getString("kind")),
        new StaffId(row.getObject("by_staff", UUID.class)),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant(),
        row.getString("why"));
  }

  private static Pair.Ruling proposal(ResultSet row) throws SQLException {
    return new Pair.Ruling(
        row.getObject("proposal", UUID.class),
        Pair.Kind.PROPOSED,
        new StaffId(row.getObject("proposed_by", UUID.class)),
        row.getString("proposed_name"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("proposed_why"));
  }
}
