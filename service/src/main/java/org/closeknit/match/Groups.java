package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;
import org.closeknit.person.RecordMoved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups of records in the database: read with their standing decisions, and moved to the people
 * that follow.
 */
@Component
class Groups {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Groups(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * All records of the people behind some records, withdrawn ones too: a link may go through one.
   */
  Group around(Collection<RecordId> records) {
    List<Group.Member> members =
        jdbc.sql(
                """
                select id, arrival, first_child, child_id from person_record
                 where child_id in (select child_id from person_record where id = any(?::uuid[]))
                """)
            .param(Records.texts(records))
            .query(Groups::member)
            .list();
    String[] ids = Records.texts(members.stream().map(Group.Member::id).toList());
    List<Group.Tie> links =
        jdbc.sql(
                """
                select id, left_id, right_id from standing_link
                 where left_id = any(:ids::uuid[]) or right_id = any(:ids::uuid[])
                """)
            .param("ids", ids)
            .query(Groups::tie)
            .list();
    List<Group.Tie> apart =
        jdbc.sql(
                """
                select id, left_id, right_id from match_decision
                 where kind = 'DIFFERENT' and undone_at is null
                   and (left_id = any(:ids::uuid[]) or right_id = any(:ids::uuid[]))
                 order by at, id
                """)
            .param("ids", ids)
            .query(Groups::tie)
            .list();
    return new Group(members, links, apart);
  }

  /** The group as it would be without a decision: what that had cut is linked again. */
  Group undone(UUID decision, Collection<RecordId> touched) {
    Group group = around(touched).without(follows(decision));
    List<Group.Tie> restored =
        jdbc.sql(
                "select id, left_id, right_id from match_decision where cut_by = ? and undone_at is null")
            .param(decision)
            .query(Groups::tie)
            .list();
    for (Group.Tie link : restored) {
      group = group.linked(link);
    }
    return group;
  }

  private List<UUID> follows(UUID decision) {
    return jdbc.sql("select id from match_decision where id = ? or follows = ?")
        .params(decision, decision)
        .query(UUID.class)
        .list();
  }

  /** The records that somebody has said are of another person than this one. */
  Set<RecordId> keptApartFrom(RecordId record) {
    return jdbc
        .sql(
            """
            select case when left_id = :id then right_id else left_id end from match_decision
             where kind = 'DIFFERENT' and undone_at is null and (left_id = :id or right_id = :id)
            """)
        .param("id", record.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .collect(Collectors.toSet());
  }

  /**
   * Gives each record the person that follows from the group, and tells of every one that moved.
   */
  void settle(Group group, Optional<AgencyId> decidedBy) {
    Map<RecordId, ChildId> people = group.people();
    var moves = new ArrayList<RecordMoved>();
    for (Group.Member member : group.members()) {
      ChildId to = people.getOrDefault(member.id(), member.now());
      if (!to.equals(member.now())) {
        moves.add(new RecordMoved(member.id(), member.now(), to, decidedBy));
      }
    }
    if (moves.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update person_record
               set child_id = move.child, revision = nextval('person_record_revision')
              from unnest(:records::uuid[], :children::uuid[]) as move (record, child)
             where person_record.id = move.record
            """)
        .param("records", Records.texts(moves.stream().map(RecordMoved::record).toList()))
        .param("children", moves.stream().map(move -> move.to().toString()).toArray(String[]::new))
        .update();
    moves.forEach(events::publishEvent);
  }

  private static Group.Member member(ResultSet row, int unused) throws SQLException {
    return new Group.Member(
        new RecordId(row.getObject("id", UUID.class)),
        row.getLong("arrival"),
        new ChildId(row.getObject("first_child", UUID.class)),
        new ChildId(row.getObject("child_id", UUID.class)));
  }

  private static Group.Tie tie(ResultSet row, int unused) throws SQLException {
    return new Group.Tie(
        row.getObject("id", UUID.class),
        new RecordId(row.getObject("left_id", UUID.class)),
        new RecordId(row.getObject("right_id", UUID.class)));
  }
}
