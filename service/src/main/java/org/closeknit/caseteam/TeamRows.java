package org.closeknit.caseteam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who works with whom, and what the councils have said. */
final class TeamRows {
  private static final String WORDS =
      """
      with child as (
             select * from unnest(:records::uuid[], :children::uuid[]) as c (record_id, child_id)),
           word as (
             select c.child_id, w.* from child c join council_words(:records::uuid[]) w using (record_id)
              where w.begins <= :day)
      """;

  private final JdbcClient jdbc;

  TeamRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A confirmation stands while its council has not taken its word back and some council has one.
   */
  Map<ChildId, List<Member>> members(Collection<ChildRecords> children, LocalDate day) {
    var members = new LinkedHashMap<ChildId, List<Member>>();
    ask(
            """
            select i.*, c.child_id,
                   i.confirmed_at is not null
                     and exists (select from word w where w.child_id = c.child_id and w.agency_id = i.confirmed_for)
                     and exists (select from word w where w.child_id = c.child_id and w.ends >= :day) as confirmed,
                   s.id as staff_id
              from child c
              join involvement i using (record_id)
              left join staff s on s.agency_id = i.agency_id and s.worker_id = i.worker_id
                               and s.worker_id <> '' and s.active
             where i.withdrawn_on is null and i.from_day <= :day and (i.to_day is null or i.to_day >= :day)
             order by i.agency_id, i.worker_name, i.id
            """,
            children,
            day)
        .query(row -> {
          members.computeIfAbsent(child(row), unused -> new ArrayList<>()).add(member(row));
        });
    return members;
  }

  Team team(ChildRecords child, LocalDate day, Predicate<AgencyRecord> heard) {
    return Objects.requireNonNull(teams(List.of(child), day, heard).get(child.child()));
  }

  Map<ChildId, Team> teams(
      Collection<ChildRecords> children, LocalDate day, Predicate<AgencyRecord> heard) {
    Map<ChildId, List<Member>> members = members(children, day);
    var words = new LinkedHashMap<ChildId, List<CouncilWord>>();
    List<ChildRecords> open =
        children.stream().flatMap(child -> only(child, heard).stream()).toList();
    ask("select * from word", open, day)
        .query(row -> {
          words.computeIfAbsent(child(row), unused -> new ArrayList<>()).add(word(row));
        });
    var teams = new LinkedHashMap<ChildId, Team>();
    for (ChildRecords child : children) {
      ChildId id = child.child();
      teams.put(
          id,
          new Team(
              members.getOrDefault(id, List.of()).stream().map(Member::involvement).toList(),
              words.getOrDefault(id, List.of()),
              day));
    }
    return teams;
  }

  List<Involvement> ever(ChildRecords child) {
    return jdbc.sql(
            """
            select *, false as confirmed from involvement
             where record_id = any(:records::uuid[]) and withdrawn_on is null
            """)
        .param("records", child.ids().stream().map(RecordId::toString).toArray(String[]::new))
        .query(TeamRows::involvement)
        .list();
  }

  /** Which of them are confirmed stands with the child's records alone: none is said to be here. */
  List<Involvement> ofWorker(Staff staff, LocalDate day) {
    return jdbc.sql(
            """
            select *, false as confirmed from involvement
             where agency_id = :agency and worker_id = :worker and withdrawn_on is null
               and from_day <= :day and (to_day is null or to_day >= :day)
             order by from_day, id
            """)
        .param("agency", staff.agency().value())
        .param("worker", staff.workerId())
        .param("day", day)
        .query(TeamRows::involvement)
        .list();
  }

  List<RecordId> ofCouncil(AgencyId council, String team, LocalDate day) {
    return jdbc.sql(
            """
            select record_id from records_with_word(:council, :day) as w (record_id)
             where (:team = '' or exists (
                     select from involvement i
                      where i.record_id = w.record_id and i.team = :team and i.withdrawn_on is null
                        and i.from_day <= :day and (i.to_day is null or i.to_day >= :day)))
            """)
        .param("council", council.value())
        .param("team", team)
        .param("day", day)
        .query((row, unused) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  List<String> teamsOf(AgencyId council, LocalDate day) {
    return jdbc.sql(
            """
            select distinct team from involvement
             where agency_id = :council and team <> '' and withdrawn_on is null
               and from_day <= :day and (to_day is null or to_day >= :day)
             order by team
            """)
        .param("council", council.value())
        .param("day", day)
        .query(String.class)
        .list();
  }

  List<RecordId> unconfirmedBeside(
      AgencyId council, Collection<RecordId> own, int most, LocalDate day) {
    return jdbc.sql(
            """
            select record_id, max(arrival) as last from unconfirmed_beside
             where council = :council and record_id = any(:records::uuid[])
               and from_day <= :day and (to_day is null or to_day >= :day)
             group by record_id order by last desc limit :most
            """)
        .param("council", council.value())
        .param("records", own.stream().map(RecordId::toString).toArray(String[]::new))
        .param("day", day)
        .param("most", most)
        .query((row, unused) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  List<Confirmation> confirmed(ChildRecords child, LocalDate day) {
    return jdbc.sql(
            """
            select *, true as confirmed from involvement
             where record_id = any(:records::uuid[]) and confirmed_at is not null
               and withdrawn_on is null and (to_day is null or to_day >= :day)
             order by id
            """)
        .param("day", day)
        .param("records", child.ids().stream().map(RecordId::toString).toArray(String[]::new))
        .query((row, number) ->
            new Confirmation(
                involvement(row, number), new AgencyId(row.getString("confirmed_for"))))
        .list();
  }

  private JdbcClient.StatementSpec ask(
      String question, Collection<ChildRecords> children, LocalDate day) {
    var records = new ArrayList<String>();
    var whose = new ArrayList<String>();
    for (ChildRecords child : children) {
      for (RecordId record : child.ids()) {
        records.add(record.toString());
        whose.add(child.child().toString());
      }
    }
    return jdbc.sql(WORDS + question)
        .param("records", records.toArray(String[]::new))
        .param("children", whose.toArray(String[]::new))
        .param("day", day);
  }

  private static Optional<ChildRecords> only(ChildRecords child, Predicate<AgencyRecord> heard) {
    List<AgencyRecord> records = child.records().stream().filter(heard).toList();
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChildRecords(child.child(), records));
  }

  private static ChildId child(ResultSet row) throws SQLException {
    return new ChildId(row.getObject("child_id", UUID.class));
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        involvement(row, 0),
        Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(StaffId::new));
  }

  private static CouncilWord word(ResultSet row) throws SQLException {
    return new CouncilWord(
        new AgencyId(row.getString("agency_id")),
        row.getBoolean("status"),
        row.getObject("begins", LocalDate.class),
        row.getObject("ends", LocalDate.class),
        row.getLong("arrival"));
  }

  static Involvement involvement(ResultSet row, int unused) throws SQLException {
    return new Involvement(
        row.getObject("id", UUID.class),
        new RecordId(row.getObject("record_id", UUID.class)),
        new AgencyId(row.getString("agency_id")),
        row.getString("worker_id"),
        row.getString("worker_name"),
        row.getString("role"),
        row.getString("team"),
        row.getString("phone"),
        row.getString("email"),
        row.getObject("from_day", LocalDate.class),
        Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
        Handling.valueOf(row.getString("handling")),
        row.getBoolean("confirmed")
            ? Optional.of(new AgencyId(row.getString("confirmed_for")))
            : Optional.empty());
  }
}
