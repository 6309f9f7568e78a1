package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closeknit.linkage.Level.Birth;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.words.Folding;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValuesCompared {

  @Nested
  class When_they_are_birth_dates {
    @Test
    void slips_are_told_from_other_days() {
      assertThat(births("2014-03-11", "2014-03-11")).isEqualTo(Birth.EXACT);
      assertThat(births("2014-03-11", "2014-11-03")).isEqualTo(Birth.SWAPPED);
      assertThat(births("2014-03-11", "2014-03-17")).isEqualTo(Birth.SLIP);
      assertThat(births("2014-03-12", "2014-03-21")).isEqualTo(Birth.SLIP);
      assertThat(births("2014-03-02", "2014-03-19")).isEqualTo(Birth.NEAR);
      assertThat(births("2014-03-02", "2015-07-28")).isEqualTo(Birth.YEAR);
      assertThat(births("2014-03-02", "2001-07-28")).isEqualTo(Birth.DIFFERENT);
    }

    @Test
    void a_short_one_agrees_as_far_as_it_goes() {
      assertThat(births("2014-03", "2014-03-11")).isEqualTo(Birth.PARTIAL);
      assertThat(births("2014", "2014-03-11")).isEqualTo(Birth.PARTIAL);
      assertThat(births("2014-04", "2014-03-11")).isEqualTo(Birth.YEAR);
    }

    @Test
    void one_that_never_was_is_absent() {
      assertThat(BirthDates.parse("2011-02-30")).isZero();
      assertThat(BirthDates.parse("1900-01-01")).isZero();
      assertThat(BirthDates.parse("soon")).isZero();
    }

    private Birth births(String a, String b) {
      return Birth.values()[BirthDates.level(BirthDates.parse(a), BirthDates.parse(b))];
    }
  }

  @Nested
  class When_they_are_forenames {
    @Test
    void each_way_to_agree_has_its_level() {
      assertThat(forenames("Mary Jane", "Maryjane")).isEqualTo(Given.EXACT);
      assertThat(forenames("Kate", "Catherine")).isEqualTo(Given.NICKNAME);
      assertThat(forenames("Liam", "Laim")).isEqualTo(Given.CLOSE);
      assertThat(forenames("J", "Jude")).isEqualTo(Given.INITIAL);
      assertThat(forenames("Ava", "Hva")).isEqualTo(Given.ALIKE);
      assertThat(forenames("Liam", "Oscar")).isEqualTo(Given.DIFFERENT);
    }

    @Test
    void a_name_that_honours_does_not_tell_brothers_apart() {
      assertThat(forenames("Mohammed Ali", "Muhammad Hassan")).isEqualTo(Given.DIFFERENT);
      assertThat(forenames("Mohammed Ali", "Muhammad Ali")).isEqualTo(Given.EXACT);
      assertThat(forenames("Mohammed Hamza", "Hamza")).isEqualTo(Given.EXACT);
      assertThat(forenames("Mohammed Hamza", "Mohammed")).isEqualTo(Given.ALIKE);
      assertThat(forenames("Mohammed", "Hamza")).isEqualTo(Given.DIFFERENT);
    }

    @Test
    void letters_in_another_order_are_somewhat_alike() {
      assertThat(forenames("Harley", "Hayler")).isEqualTo(Given.ALIKE);
      assertThat(forenames("Ian", "Nia")).isEqualTo(Given.DIFFERENT);
    }

    private Given forenames(String a, String b) {
      return Given.values()[given(a).level(given(b))];
    }

    private GivenName given(String name) {
      return GivenName.of(Folding.words(name), new String[0]);
    }
  }

  @Nested
  class When_they_are_family_names {
    @Test
    void spellings_of_one_name_are_the_same() {
      assertThat(families("MacDonald", "Mc Donald")).isEqualTo(Family.EXACT);
      assertThat(families("O'Brien", "O Brien")).isEqualTo(Family.EXACT);
      assertThat(families("al-Rashid", "Rashid")).isEqualTo(Family.EXACT);
      assertThat(families("Smith-Jones", "Jones")).isEqualTo(Family.PART);
      assertThat(families("Donaldson", "Donalfson")).isEqualTo(Family.CLOSE);
      assertThat(families("Khan", "Smith")).isEqualTo(Family.DIFFERENT);
    }

    private Family families(String a, String b) {
      return Family.values()[FamilyName.of(a, List.of()).level(FamilyName.of(b, List.of()))];
    }
  }

  @Nested
  class When_they_are_places_and_addresses {
    @Test
    void a_city_misspelt_is_the_city() {
      Place one = Place.of("", "Swansea", "");
      assertThat(one.level(Place.of("", "Swwaesna", ""))).isEqualTo(Level.Place.AREA.ordinal());
      assertThat(one.level(Place.of("", "Stirling", "")))
          .isEqualTo(Level.Place.DIFFERENT.ordinal());
    }

    @Test
    void an_email_with_two_slips_is_almost_the_same() {
      assertThat(Contacts.emailLevel("h.k@sharp.example", "h.kk@sharpp.example"))
          .isEqualTo(Level.Word.CLOSE.ordinal());
      assertThat(Contacts.emailLevel("h.k@sharp.example", "m.b@blunt.example"))
          .isEqualTo(Level.Word.DIFFERENT.ordinal());
    }
  }

  @Nested
  class When_they_are_health_numbers {
    @Test
    void only_valid_ones_can_contradict() {
      assertThat(numbers("900 000 0009", "9000000009")).isEqualTo(Number.SAME.ordinal());
      assertThat(numbers("9000000009", "9000000017")).isEqualTo(Number.DIFFERENT.ordinal());
      assertThat(numbers("9000000009", "9000000008")).isEqualTo(Number.CLOSE.ordinal());
      assertThat(numbers("9000000009", "1234")).isEqualTo(Level.ABSENT);
    }

    private int numbers(String a, String b) {
      return HealthNumber.of(a).level(HealthNumber.of(b));
    }
  }
}
