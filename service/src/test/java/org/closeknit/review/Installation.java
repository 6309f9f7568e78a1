package org.closeknit.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.closeknit.access.AccessRooms;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agreements;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.house.House;
import org.closeknit.match.MatchRooms;
import org.closeknit.match.Matched;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.match.Taken;
import org.closeknit.notice.NoticeRooms;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Pages;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.person.RecordMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The room with what it stands on, on a database of its own, with a council, a hospital and a
 * school.
 */
public final class Installation {
  private static @Nullable Installation shared;

  private static final Class<?>[] ROOMS = {
    Agencies.class,
    Agreements.class,
    CaseTeams.class,
    Audit.class,
    Notices.class,
    NoticeRooms.ROWS,
    Cover.class,
    Sight.class,
    Harm.class,
    Questions.class,
    Waiting.class,
    AtStake.class,
    Relations.class,
    Splits.class,
    Reviews.class,
    SideBySide.class,
    GroupReading.class,
    Kin.class,
    QueueReading.class,
    ReviewReading.class,
    Pages.class,
    ForWhom.class,
    WaitingPage.class,
    ModelsPage.class,
    SplitReading.class,
    MatchingPages.class,
    SplitPages.class,
    Moves.class
  };

  public final House house =
      new House(
          Instant.parse("2026-11-20T10:00:00Z"),
          Stream.of(AccessRooms.ROOMS, MatchRooms.ROOMS, ROOMS)
              .flatMap(Stream::of)
              .toArray(Class<?>[]::new));
  public final JdbcClient jdbc = house.jdbc();

  /** One database for all tests of the room, emptied for each. */
  public static Installation empty() {
    synchronized (Installation.class) {
      Installation installation = shared;
      if (installation == null) {
        installation = new Installation();
        installation.agency("council", "Northmere Council", "council");
        installation.agency("hospital", "Fernhill Hospital", "hospital");
        installation.agency("school", "Beckfoot Academy", "school");
        shared = installation;
      }
      installation
          .house
          .superuser()
          .sql(
              """
              truncate person_record, person_record_line, match_model, match_teaching, audit_entry, staff, agreement, notice
              restart identity cascade
              """)
          .update();
      installation.house.room(Moves.class).seen.clear();
      installation.house.room(AtStake.class).stakes.clear();
      installation.house.room(Relations.class).kin.clear();
      return installation;
    }
  }

  /** The records that have come to another child, as the other rooms are told. */
  static class Moves {
    final List<RecordMoved> seen = new ArrayList<>();

    @EventListener
    void on(RecordMoved moved) {
      seen.add(moved);
    }
  }

  /** What a later room would tell of families. */
  static class Relations implements Families {
    private final java.util.Map<RecordId, Relative> kin = new java.util.HashMap<>();

    @Override
    public List<Relative> around(Permit permit, RecordId record) {
      return Optional.ofNullable(kin.get(record)).map(List::of).orElse(List.of());
    }
  }

  public void related(RecordId record, RecordId other, String relationship) {
    house.room(Relations.class).kin.put(record, new Families.Relative(other, relationship));
  }

  /** What the later rooms would tell of records. */
  static class AtStake implements Stakes {
    private final List<Stake> stakes = new ArrayList<>();

    @Override
    public List<Stake> on(Collection<RecordId> records, Instant at) {
      return stakes.stream().filter(stake -> records.contains(stake.record())).toList();
    }
  }

  public void stake(RecordId record, Stake.Weight weight, String words) {
    house.room(AtStake.class).stakes.add(new Stake(record, weight, words, Handling.SHARED));
  }

  /** Another instance of the room, with nothing in memory, on the same database. */
  public People people() {
    return MatchRooms.another(house);
  }

  public List<Taken> take(People people, NewRecord... lines) {
    return inTransaction(() -> people.take(Arrays.asList(lines)));
  }

  public <T> T inTransaction(Supplier<T> work) {
    return house.inTransaction(work);
  }

  public List<Matched> matches(People people, UUID submission, boolean across) {
    return people.matches(submission, across, 0);
  }

  public List<RecordId> moved() {
    return house.room(Moves.class).seen.stream().map(RecordMoved::record).toList();
  }

  public long count(String table) {
    return house.count("select count(*) from " + table);
  }

  /** Every record with its person. */
  public List<String> partition() {
    return jdbc.sql("select id || ' ' || child_id from person_record order by arrival")
        .query(String.class)
        .list();
  }

  public Asker.Worker someone(String agency, Role role) {
    var id = new StaffId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into staff (id, username, agency_id, name, role, password_hash)
            values (?, ?, ?, 'Gwenllian Tudor-Jones', ?, '')
            """)
        .params(id.value(), id.toString(), agency, role.words())
        .update();
    var staff =
        new Staff(
            id,
            id.toString(),
            new AgencyId(agency),
            Optional.empty(),
            "Gwenllian Tudor-Jones",
            role,
            "",
            "",
            "",
            "");
    return new Asker.Worker(staff, house.room(Agencies.class).get(staff.agency()));
  }

  public Asker.Worker steward(String agency) {
    return someone(agency, Role.DATA_STEWARD);
  }

  public void agreementOnPeople(String... agencies) {
    agreementOn("people", agencies);
  }

  public void agreementOn(String kinds, String... agencies) {
    jdbc.sql(
            """
            insert into agreement (id, purpose, kinds, content, visit_reasons, involvements_open_for, crosswalk,
                                   valid_from, valid_until, signed_by)
            values ('people', 'matching', string_to_array(?, ','), true, false, '{}', false, '2026-01-01', '2026-12-31', 'all')
            """)
        .param(kinds)
        .update();
    for (String agency : agencies) {
      jdbc.sql("insert into agreement_party (agreement_id, agency_id) values ('people', ?)")
          .param(agency)
          .update();
    }
  }

  /** One more agency, for as long as the database stands. */
  public void another(String id, String name, String kind) {
    if (house.count("select count(*) from agency where id = ?", id) == 0) {
      agency(id, name, kind);
    }
  }

  private void agency(String id, String name, String kind) {
    jdbc.sql(
            "insert into agency (id, name, kind, nation, office_phone) values (?, ?, ?, 'england', '01632960100')")
        .params(id, name, kind)
        .update();
  }
}
