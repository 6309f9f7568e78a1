package org.closeknit.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonKind;
import org.closeknit.match.PersonRecord;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.Test;

class TheNameAboveAChild {
  private static final ChildId CHILD = new ChildId(new UUID(0, 1));

  @Test
  void is_the_one_that_most_records_say() {
    Child child =
        Portrait.of(CHILD, List.of(record(1, "Mara"), record(2, "Amara"), record(3, "Amara")));

    assertThat(child.givenNames()).isEqualTo("Amara");
  }

  @Test
  void is_never_the_one_from_the_cot_where_a_record_has_another() {
    Child child =
        Portrait.of(
            CHILD, List.of(record(1, "Baby Boy"), record(2, "Baby Boy"), record(3, "Tobi")));

    assertThat(child.givenNames()).isEqualTo("Tobi");
  }

  private static PersonRecord record(int number, String givenNames) {
    return new PersonRecord(
        new RecordId(new UUID(1, number)),
        CHILD,
        new NewRecord(
            new AgencyId("agency-" + number),
            "local-" + number,
            new UUID(2, number),
            2,
            PersonKind.CHILD,
            Optional.empty(),
            false,
            Optional.empty(),
            "Okonkwo",
            givenNames,
            "",
            Optional.of(new PartialDate("2022-09-02")),
            Optional.empty(),
            "",
            "",
            "",
            Optional.empty(),
            "",
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
