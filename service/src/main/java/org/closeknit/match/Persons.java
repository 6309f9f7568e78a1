package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Seal;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people behind the records, as the sets of ids that access decides on; withdrawn records left
 * out.
 */
@Component
class Persons {
  private static final String OUTLINE =
      "select id, child_id, agency_id, restricted from person_record where withdrawn_on is null";

  private static final String WITH_PAIRS =
      """
      select id, child_id, agency_id, restricted,
             exists (select from unsure_pair where left_id = person_record.id)
               or exists (select from unsure_pair where right_id = person_record.id) as in_a_pair
        from person_record
       where withdrawn_on is null
      """;

  /** Whoever somebody was before an adoption is found by nothing. */
  private static final String FINDABLE =
      """
       and restricted is distinct from 'ADOPTED'
       and not exists (select from former_identity f where f.child_id = person_record.child_id)
      """;

  private final JdbcClient jdbc;

  Persons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By an id that the person has now or had before a join. */
  List<ChildRecords> withId(ChildId once) {
    return people(
        OUTLINE
            + " and child_id = (select child_id from person_record where first_child = ?) order by arrival",
        once.value());
  }

  /** Those of the people behind some records whom somebody may find by what they are like. */
  List<ChildRecords> findable(Collection<RecordId> records) {
    return people(
        OUTLINE
            + FINDABLE
            + """
               and child_id in (select child_id from person_record where id = any(?::uuid[]) and withdrawn_on is null)
             order by arrival
            """,
        (Object) Records.texts(records));
  }

  List<ChildRecords> behind(Collection<RecordId> records) {
    return people(
        OUTLINE
            + """
               and child_id in (select child_id from person_record where id = any(?::uuid[]) and withdrawn_on is null)
             order by arrival
            """,
        (Object) Records.texts(records));
  }

  /**
   * @param inAPair whether somebody was, or still is, to say if a record is of another person too
   */
  record Seen(ChildRecords person, boolean inAPair) {}

  List<Seen> withNhsNumber(String digits) {
    return seen(
        WITH_PAIRS
            + FINDABLE
            + """
               and child_id in (select child_id from person_record where nhs_number = ? and withdrawn_on is null
                                   and restricted is distinct from 'ADOPTED')
             order by arrival
            """,
        digits);
  }

  List<Seen> withChiNumber(String digits) {
    return seen(
        WITH_PAIRS
            + FINDABLE
            + """
               and child_id in (select child_id from person_record where chi_number = ? and withdrawn_on is null
                                   and restricted is distinct from 'ADOPTED')
             order by arrival
            """,
        digits);
  }

  /** Those with each of many numbers; a number that nobody has is left out. */
  Map<String, List<ChildRecords>> withNhsNumbers(Collection<String> digits) {
    var found = new LinkedHashMap<String, Map<ChildId, List<AgencyRecord>>>();
    jdbc.sql(
            """
            select having_it.nhs_number, p.id, p.child_id, p.agency_id, p.restricted
              from (select distinct nhs_number, child_id from person_record
                     where nhs_number = any(?) and withdrawn_on is null
                       and restricted is distinct from 'ADOPTED') having_it
              join person_record p on p.child_id = having_it.child_id and p.withdrawn_on is null
             where p.restricted is distinct from 'ADOPTED'
               and not exists (select from former_identity f where f.child_id = p.child_id)
             order by p.arrival
            """)
        .param(digits.toArray(String[]::new))
        .query(row -> {
          collect(
              row, found.computeIfAbsent(row.getString("nhs_number"), d -> new LinkedHashMap<>()));
        });
    var people = new LinkedHashMap<String, List<ChildRecords>>();
    found.forEach((number, records) -> people.put(number, people(records)));
    return people;
  }

  /**
   * Those who may be the same person and wait for somebody to say so; none with a restricted
   * record.
   */
  List<ChildRecords> perhaps(Seen seen) {
    return seen.inAPair() ? perhaps(seen.person()) : List.of();
  }

  /** The same of one person of several that fit. */
  List<ChildRecords> perhaps(ChildRecords person) {
    UUID child = person.child().value();
    return people(
            OUTLINE
                + """
                   and child_id in (select right_child from open_pair where left_child = ?
                                     union select left_child from open_pair where right_child = ?)
                   and child_id <> ?
                 order by arrival
                """,
            child,
            child,
            child)
        .stream()
        .filter(other -> Seal.restrictedBy(other).isEmpty())
        .toList();
  }

  private List<ChildRecords> people(String sql, Object... parameters) {
    var records = new LinkedHashMap<ChildId, List<AgencyRecord>>();
    jdbc.sql(sql)
        .params(List.of(parameters))
        .query(row -> {
          collect(row, records);
        });
    return people(records);
  }

  private List<Seen> seen(String sql, String number) {
    var records = new LinkedHashMap<ChildId, List<AgencyRecord>>();
    var inAPair = new HashSet<ChildId>();
    jdbc.sql(sql)
        .param(number)
        .query(row -> {
          ChildId child = collect(row, records);
          if (row.getBoolean("in_a_pair")) {
            inAPair.add(child);
          }
        });
    return people(records).stream()
        .map(person -> new Seen(person, inAPair.contains(person.child())))
        .toList();
  }

  private static List<ChildRecords> people(Map<ChildId, List<AgencyRecord>> records) {
    return records.entrySet().stream()
        .map(entry -> new ChildRecords(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ChildId collect(ResultSet row, Map<ChildId, List<AgencyRecord>> into)
      throws SQLException {
    var child = new ChildId(row.getObject("child_id", UUID.class));
    into.computeIfAbsent(child, unused -> new ArrayList<>())
        .add(
            new AgencyRecord(
                new RecordId(row.getObject("id", UUID.class)),
                new AgencyId(row.getString("agency_id")),
                Optional.ofNullable(row.getString("restricted"))
                    .map(Restriction::valueOf)
                    .orElse(Restriction.NONE)));
    return child;
  }
}
