package org.closeknit.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.closeknit.review.Installation;
import org.junit.jupiter.api.Test;

class SomebodyLooksByDetails {
  private static final String NUMBER = "9990000018";
  private static final String OTHER_NUMBER = "9990000026";

  private final Installation here = Installation.empty();
  private final People people = here.people();
  private final ARecord amara =
      ARecord.of("council", "C-1")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");

  @Test
  void a_child_is_found_by_name_birth_date_and_postcode() {
    Taken first = taken(amara);

    assertThat(people.byDetails(details("Amara", "ZZ9 9AA")))
        .isInstanceOfSatisfying(
            Found.One.class, one -> assertThat(one.child().child()).isEqualTo(first.child()));
  }

  @Test
  void a_child_is_found_by_its_mothers_name() {
    here.take(
        people,
        ARecord.of("council", "M-1").kind(PersonKind.ADULT).named("Chidinma", "Okonkwo").line(),
        amara.childOf("M-1").line());

    assertThat(
            people.byDetails(
                new Details("Okonkwo", "Amara", amara.date(), "", "Chidinma Okonkwo", "")))
        .isInstanceOf(Found.One.class);
  }

  @Test
  void a_wrong_fact_finds_nobody() {
    taken(amara);

    assertThat(people.byDetails(details("Amara", "QQ1 1QQ"))).isEqualTo(new Found.None());
    assertThat(people.byDetails(details("Husain", "ZZ9 9AA"))).isEqualTo(new Found.None());
  }

  @Test
  void two_who_fit_are_not_told_apart() {
    taken(amara.nhs(NUMBER));
    taken(amara.by("hospital", "H-1").nhs(OTHER_NUMBER));

    assertThat(people.byDetails(details("Amara", "ZZ9 9AA"))).isInstanceOf(Found.Several.class);
  }

  private Details details(String given, String postcode) {
    return new Details("Okonkwo", given, amara.date(), postcode, "", "");
  }

  private Taken taken(ARecord record) {
    return here.take(people, record.line()).getFirst();
  }
}
