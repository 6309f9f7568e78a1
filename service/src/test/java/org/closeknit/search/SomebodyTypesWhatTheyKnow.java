package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.closeknit.match.Clue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed of a child, in the ways in which people type. */
class SomebodyTypesWhatTheyKnow {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Understood understood(String typed) {
    return Typed.understand(typed, TODAY);
  }

  private static List<Clue> clues(String typed) {
    return understood(typed).clues().all();
  }

  private static Clue born(String from, String to) {
    return new Clue.Born(LocalDate.parse(from), LocalDate.parse(to), false);
  }

  private static Clue word(String folded) {
    return new Clue.Word(folded);
  }

  @Nested
  class As_people_speak {
    @Test
    void two_names_and_a_year() {
      assertThat(clues("okafor ada 2019"))
          .containsExactly(word("okafor"), word("ada"), born("2019-01-01", "2019-12-31"));
    }

    @Test
    void a_name_an_initial_and_an_age() {
      assertThat(clues("ada o. 7 yrs"))
          .containsExactly(
              word("ada"),
              new Clue.Initial('o'),
              new Clue.Born(LocalDate.of(2018, 11, 24), LocalDate.of(2019, 11, 23), true));
    }

    @Test
    void a_name_with_an_apostrophe_and_a_school() {
      assertThat(clues("O'Brien st marys"))
          .containsExactly(word("obrien"), new Clue.School(List.of("st", "marys")));
    }

    @Test
    void a_number_in_groups() {
      assertThat(clues("999 012 3456").isEmpty()).isTrue();
      assertThat(clues("943 476 5919")).containsExactly(new Clue.Number("9434765919"));
      assertThat(clues("nhs no 943-476-5919")).containsExactly(new Clue.Number("9434765919"));
    }

    @Test
    void a_birth_date_before_the_name() {
      assertThat(clues("14 mar 2017 smith"))
          .containsExactly(born("2017-03-14", "2017-03-14"), word("smith"));
    }

    @Test
    void the_first_half_of_a_postcode_or_all_of_it() {
      assertThat(clues("EH54 smith")).containsExactly(new Clue.Area("eh54"), word("smith"));
      assertThat(clues("eh54 7ab smith")).containsExactly(new Clue.Area("eh547ab"), word("smith"));
      assertThat(clues("EH547AB")).containsExactly(new Clue.Area("eh547ab"));
    }

    @Test
    void a_school_by_its_kind() {
      assertThat(clues("ada okafor larkspur primary school"))
          .containsExactly(
              word("ada"),
              word("okafor"),
              new Clue.School(List.of("larkspur", "primary", "school")));
    }

    @Test
    void the_agencys_own_number() {
      assertThat(clues("F-90214")).containsExactly(new Clue.OwnNumber("F-90214"));
    }

    @Test
    void words_that_say_nothing_are_left_out() {
      assertThat(clues("the child called Ada, about 7"))
          .containsExactly(
              word("ada"),
              new Clue.Born(LocalDate.of(2018, 11, 24), LocalDate.of(2019, 11, 23), true));
    }

    @Test
    void a_name_in_two_words_is_two_names() {
      assertThat(clues("Okonkwo-Reid amara"))
          .containsExactly(word("okonkwo"), word("reid"), word("amara"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14 mar 2017", "14 March 2017", "14th of march 2017", "14/3/2017", "14/03/17", "14.3.2017",
        "14-03-2017", "2017-03-14", "14032017", "14 3 2017", "mar 14 2017", "born 14 mar 17",
        "dob: 14/03/2017", "14mar2017"
      })
  void a_day_is_read_in_every_usual_form(String typed) {
    assertThat(clues(typed)).containsExactly(born("2017-03-14", "2017-03-14"));
  }

  @ParameterizedTest
  @CsvSource({
    "7 years old, 2018-11-24, 2019-11-23", "7yrs, 2018-11-24, 2019-11-23",
    "7yo, 2018-11-24, 2019-11-23", "aged 7, 2018-11-24, 2019-11-23",
    "18 months, 2025-04-24, 2025-05-23", "3 wks, 2026-10-27, 2026-11-02",
    "10 days old, 2026-11-13, 2026-11-13"
  })
  void an_age_is_a_span_of_birth_dates(String typed, LocalDate from, LocalDate to) {
    assertThat(clues(typed)).containsExactly(new Clue.Born(from, to, true));
  }

  @ParameterizedTest
  @CsvSource({"march 2017, 2017-03-01, 2017-03-31", "3/2017, 2017-03-01, 2017-03-31"})
  void a_month_is_as_short_as_its_certainty(String typed, String from, String to) {
    assertThat(clues(typed)).containsExactly(born(from, to));
  }

  @Test
  void a_day_that_never_was_is_no_birth_date() {
    assertThat(clues("31/02/2017")).noneMatch(clue -> clue instanceof Clue.Born);
  }

  @Test
  void ten_digits_with_a_slip_are_said_to_be_no_number() {
    Understood understood = understood("943 476 5918 okafor");
    assertThat(understood.unread())
        .containsExactly("The ten digits are no NHS or CHI number. Look at them again");
    assertThat(understood.clues().all()).containsExactly(word("okafor"));
  }

  @Test
  void a_name_in_any_script_is_a_name() {
    assertThat(clues("محمد 2017")).first().isInstanceOf(Clue.Word.class);
    assertThat(clues("李 伟 2017")).hasSize(3);
    assertThat(clues("Зоряна Коваль")).containsExactly(word("zoriana"), word("koval"));
    assertThat(clues("Zieliński")).containsExactly(word("zielinski"));
  }

  @Test
  void marks_that_turn_the_writing_are_no_letters() {
    assertThat(clues("\u202eada\u202c okafor\u200f\0"))
        .containsExactly(word("ada"), word("okafor"));
  }

  @Test
  void how_it_was_understood_is_said_in_words() {
    assertThat(understood("ada o 7 yrs st marys eh54").words())
        .containsExactly("Name: Ada, O…", "About 7 years old", "School: st marys", "Area: EH54");
  }

  @Test
  void its_shape_names_nobody() {
    assertThat(understood("ada okafor 2017").shape()).isEqualTo("name and birth date");
    assertThat(understood("943 476 5919").shape()).isEqualTo("number");
    assertThat(understood("ada 7 st marys").shape()).isEqualTo("name and age and school");
    assertThat(understood("").shape()).isEqualTo("nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "smith, false",
    "2019, false",
    "EH54 2019, false",
    "a b, false",
    "st marys 7, false",
    "smith 2019, true",
    "smith j, true",
    "a b 2019, true",
    "943 476 5919, false",
    "F-90214, false",
    "943 476 5919 smith, true",
    "F-90214 2019, true",
    "943 476 5919 a, true",
    "'', false"
  })
  void two_facts_are_enough_and_one_of_them_is_a_name_or_a_number(String typed, boolean enough) {
    assertThat(understood(typed).clues().enough()).isEqualTo(enough);
  }

  @Test
  void ten_thousand_letters_are_more_than_is_needed() {
    Understood understood = understood("a1 ".repeat(3_334));
    assertThat(understood.parts()).isEmpty();
    assertThat(understood.unread()).hasSize(1);
  }

  @Test
  void nothing_that_can_be_typed_breaks_it() {
    var random = new Random(20261123);
    String[] pieces = {
      "st",
      "st.",
      "a",
      "o.",
      "14",
      "mar",
      "2017",
      "31/2/2017",
      "99999",
      "999 123",
      "eh54",
      "7ab",
      "7",
      "yrs",
      "old",
      "b.",
      "nhs",
      "'",
      "-",
      "–",
      "\0",
      "\u202e",
      "\ud83d",
      "👶",
      "ا",
      "李",
      "é",
      "primary",
      "of",
      "0",
      "00/00/0000",
      "1e9",
      "F-1",
      "𝒜",
      "ß",
      "İ",
      "ŋ",
      ".",
      "/",
      "\t"
    };
    for (int i = 0; i < 20_000; i++) {
      var typed = new StringBuilder();
      for (int j = random.nextInt(9); j >= 0; j--) {
        typed.append(
            random.nextInt(4) == 0
                ? Character.toString(random.nextInt(0x10FFFF))
                : pieces[random.nextInt(pieces.length)]);
        typed.append(random.nextBoolean() ? " " : "");
      }
      assertThatCode(() -> understood(typed.toString()).words())
          .as("%s", typed)
          .doesNotThrowAnyException();
    }
  }
}
