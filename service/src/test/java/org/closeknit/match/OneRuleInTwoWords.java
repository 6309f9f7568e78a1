package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.closeknit.access.Seal;
import org.closeknit.agency.Agencies;
import org.closeknit.house.House;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Test;

/** What SQL hides in a list of outcomes is what the decision hides, over made-up worlds. */
class OneRuleInTwoWords {
  private static final int CHILDREN = 120;
  private static final List<AgencyId> AGENCIES =
      List.of(new AgencyId("council"), new AgencyId("hospital"), new AgencyId("school"));

  private record Row(AgencyRecord record, ChildId child, int line) {}

  @Test
  void a_list_across_agencies_hides_whom_the_decision_hides() {
    try (var house = new House(Instant.parse("2026-11-23T09:14:00Z"), Agencies.class)) {
      AGENCIES.forEach(agency ->
          house
              .jdbc()
              .sql("insert into agency (id, name, kind, nation) values (?, ?, ?, 'england')")
              .params(agency.value(), agency.value(), agency.value())
              .update());
      UUID submission = UUID.randomUUID();
      List<List<Row>> world = world(house, submission, new Random(20_261_123));
      var told = new Outcomes(house.jdbc()).ofSubmission(submission, true, 0, 10_000);

      assertThat(told).hasSize(world.stream().mapToInt(List::size).sum());
      int hidden = 0;
      for (List<Row> child : world) {
        var person =
            new ChildRecords(child.getFirst().child(), child.stream().map(Row::record).toList());
        for (Row row : child) {
          AgencyId reader = row.record().keeper();
          boolean hides = Seal.hides(person, reader);
          hidden += hides ? 1 : 0;
          boolean joined = hides ? person.keptBy(reader).size() > 1 : person.records().size() > 1;
          Matched answer =
              told.stream().filter(one -> one.line() == row.line()).findFirst().orElseThrow();
          assertThat(answer.outcome())
              .as(child.toString())
              .isEqualTo(joined ? Outcome.JOINED : Outcome.NEW);
          assertThat(answer.personId().equals(row.child().toString())).isEqualTo(!hides);
        }
      }
      assertThat(hidden).as("the worlds hold both").isBetween(30, told.size() - 30);
    }
  }

  private static List<List<Row>> world(House house, UUID submission, Random random) {
    var world = new ArrayList<List<Row>>();
    int line = 1;
    for (int i = 0; i < CHILDREN; i++) {
      var child = new ChildId(UUID.randomUUID());
      var rows = new ArrayList<Row>();
      int records = 1 + random.nextInt(4);
      for (int j = 0; j < records; j++) {
        var record =
            new AgencyRecord(
                new RecordId(UUID.randomUUID()),
                AGENCIES.get(random.nextInt(AGENCIES.size())),
                random.nextInt(3) > 0
                    ? Restriction.NONE
                    : Restriction.values()[random.nextInt(Restriction.values().length)]);
        rows.add(new Row(record, child, ++line));
        insert(house, submission, rows.getLast());
      }
      world.add(rows);
    }
    return world;
  }

  private static void insert(House house, UUID submission, Row row) {
    house
        .jdbc()
        .sql(
            """
            with kept as (
              insert into person_record (id, child_id, first_child, revision, taken_at, agency_id, local_id,
                  submission_id, line, kind, nhs_number_verified, family_name, given_names, previous_names,
                  mother_local_id, sex, address, address_verified_by, postcode, phone, language, school, restricted)
              values (:id, :child, gen_random_uuid(), nextval('person_record_revision'), now(), :agency, :id::text,
                  :submission, :line, 'CHILD', false, 'A', 'B', '', '', '', '', '', '', '', '', '', :restricted)
              returning id)
            insert into person_record_line (submission_id, line, record_id) select :submission, :line, id from kept
            """)
        .param("id", row.record().id().value())
        .param("child", row.child().value())
        .param("agency", row.record().keeper().value())
        .param("submission", submission)
        .param("line", row.line())
        .param("restricted", row.record().restriction().name())
        .update();
  }
}
