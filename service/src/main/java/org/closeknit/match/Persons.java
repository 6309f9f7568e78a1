package org.closeknit.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  List<ChildRecords> behind(Collection<RecordId> records) {
    return people(
        OUTLINE
            + """
               and child_id in (select child_id from person_record where id = any(?::uuid[]) and withdrawn_on is null)
             order by arrival
            """,
        (Object) Records.texts(records));
  }

  List<ChildRecords> withNhsNumber(String digits) {
    return people(
        OUTLINE
            + """
               and child_id in (select child_id from person_record where nhs_number = ? and withdrawn_on is null)
             order by arrival
            """,
        digits);
  }

  List<ChildRecords> withChiNumber(String digits) {
    return people(
        OUTLINE
            + """
               and child_id in (select child_id from person_record where chi_number = ? and withdrawn_on is null)
             order by arrival
            """,
        digits);
  }

  /**
   * Those who may be the same person and wait for somebody to say so; none with a restricted
   * record.
   */
  List<ChildRecords> perhaps(ChildRecords person) {
    return isInAPair(person) ? waitingWith(person.child()) : List.of();
  }

  /** Most are in none, and every check asks. */
  private boolean isInAPair(ChildRecords person) {
    return jdbc.sql(
            """
            select exists (select from unsure_pair where left_id = any(:records::uuid[]))
                or exists (select from unsure_pair where right_id = any(:records::uuid[]))
            """)
        .param("records", Records.texts(person.ids()))
        .query(Boolean.class)
        .single();
  }

  private List<ChildRecords> waitingWith(ChildId child) {
    return people(
            OUTLINE
                + """
                   and child_id in (select right_child from open_pair where left_child = ?
                                     union select left_child from open_pair where right_child = ?)
                   and child_id <> ?
                 order by arrival
                """,
            child.value(),
            child.value(),
            child.value())
        .stream()
        .filter(other -> !other.restricted())
        .toList();
  }

  private List<ChildRecords> people(String sql, Object... parameters) {
    var records = new LinkedHashMap<ChildId, List<AgencyRecord>>();
    jdbc.sql(sql)
        .params(List.of(parameters))
        .query(row -> {
          records
              .computeIfAbsent(
                  new ChildId(row.getObject("child_id", UUID.class)), child -> new ArrayList<>())
              .add(
                  new AgencyRecord(
                      new RecordId(row.getObject("id", UUID.class)),
                      new AgencyId(row.getString("agency_id")),
                      Optional.ofNullable(row.getString("restricted"))
                          .map(Restriction::valueOf)
                          .orElse(Restriction.NONE)));
        });
    return records.entrySet().stream()
        .map(entry -> new ChildRecords(entry.getKey(), entry.getValue()))
        .toList();
  }
}
