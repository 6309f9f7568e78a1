package org.closeknit.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.closeknit.person.Handling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ALineIsChecked {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Rules MADE_UP = new Rules(TODAY, true, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nhs_number|9990000018|CPR06|",
        "nhs_number|999 000 0018|CPR06|",
        "nhs_number|9990000019|CPR04|nhs_number: the check digit of this NHS number is wrong",
        "nhs_number|12345|CPR04|nhs_number: an NHS number has 10 digits",
        "nhs_number|1000000028|CPR04|nhs_number: this number is outside the ranges of NHS numbers",
        "chi_number|3102000003|CPR04|chi_number: the check digit of this CHI number is wrong",
        "birth_date|2019-04-05|CPR06|",
        "birth_date|2019-04|CPR06|",
        "birth_date|2019|CPR06|",
        "birth_date|2019-02-31|CPR07|birth_date: this day is in no calendar",
        "birth_date|05/04/2019|CPR07|birth_date: a date is written 2026-05-31, or 2026-05, or 2026",
        "birth_date|2026-11-24|CPR07|birth_date: lies in the future",
        "birth_date|2027|CPR07|birth_date: lies in the future",
        "birth_date|1066-10-14|CPR07|birth_date: the year lies before 1880 or after 2150",
        "expected_birth_date|2027-03|CPR06|",
        "sex|female|CPR06|",
        "sex|Female|CPR07|`sex: has to be one of female, male, unknown`",
        "nhs_number_verified|true|CPR07|`nhs_number_verified: has to be one of yes, no`",
        "restricted|secret|CPR07|`restricted: has to be one of none, address, record, adopted`",
        "postcode|ZZ1 1AA|CPR06|",
        "postcode|D02 AF30|CPR06|`postcode: not a British postcode, kept as it was written`",
      })
  void each_column_has_its_rule(String column, String cell, String code, String reason) {
    Checked checked =
        first(
            SubmissionKind.PEOPLE,
            MADE_UP,
            "local_id,kind,family_name," + column + "\nC-1,child,Testcase,\"" + cell + "\"\n");

    assertThat(answer(checked).code()).isEqualTo(LineCode.valueOf(code));
    assertThat(answer(checked).reason().orElse(null)).isEqualTo(reason);
  }

  @Test
  void what_is_required_has_to_be_filled_in() {
    Checked checked =
        first(SubmissionKind.PEOPLE, MADE_UP, "local_id,kind,family_name\nC-1,child, \n");

    assertThat(answer(checked).reason()).contains("family_name: has to be filled in");
  }

  @Test
  void a_test_number_is_refused_where_real_people_are_held() {
    Checked checked =
        first(
            SubmissionKind.PEOPLE,
            new Rules(TODAY, false, true),
            "local_id,kind,family_name,nhs_number\nC-1,child,Testcase,9990000018\n");

    assertThat(answer(checked).code()).isEqualTo(LineCode.CPR04);
    assertThat(answer(checked).reason())
        .contains("nhs_number: this number is for tests and was never issued to anybody");
  }

  @Test
  void a_chi_number_by_modulus_10_is_taken_only_where_the_installation_takes_them() {
    String file = "local_id,kind,family_name,chi_number\nC-1,child,Testcase,3102000000\n";
    String luhn = file.replace("3102000000", modulus10("310200000"));

    assertThat(answer(first(SubmissionKind.PEOPLE, new Rules(TODAY, true, true), luhn)).code())
        .isEqualTo(LineCode.CPR06);
    assertThat(answer(first(SubmissionKind.PEOPLE, new Rules(TODAY, true, false), luhn)).code())
        .isEqualTo(LineCode.CPR04);
  }

  @Test
  void a_cell_that_is_too_long_is_refused_with_its_column() {
    Checked checked =
        first(
            SubmissionKind.EVENTS,
            MADE_UP,
            "local_id,event_id,date,category,headline,source\nC-1,E-1,2026-05,school,"
                + "x".repeat(141)
                + ",Larkspur\n");

    assertThat(answer(checked).reason()).contains("headline: longer than 140 characters");
  }

  @Test
  void one_cell_of_a_megabyte_refuses_its_line_alone() {
    String file =
        "local_id,kind,family_name\nC-1,child," + "x".repeat(1 << 20) + "\nC-2,child,Testcase\n";
    try (Lines lines = lines(SubmissionKind.PEOPLE, MADE_UP, file)) {
      assertThat(answer(lines.next().orElseThrow()).reason())
          .contains("family_name: longer than 200 characters");
      assertThat(answer(lines.next().orElseThrow()).code()).isEqualTo(LineCode.CPR06);
    }
  }

  @Test
  void a_nul_character_is_refused() {
    Checked checked =
        first(SubmissionKind.PEOPLE, MADE_UP, "local_id,kind,family_name\nC-1,child,Test\0case\n");

    assertThat(answer(checked).reason()).contains("family_name: holds a character that is no text");
  }

  @Test
  void a_line_with_a_cell_too_few_is_refused_and_its_first_cell_is_not_taken_for_an_id() {
    Checked checked =
        first(SubmissionKind.PEOPLE, MADE_UP, "kind,local_id,family_name\nchild,C-1\n");

    assertThat(answer(checked).reason()).contains("the line has 2 cells where the header has 3");
    assertThat(answer(checked).localId()).isEmpty();
  }

  @Test
  void an_unknown_handling_is_the_strictest_and_is_remarked_upon() {
    Checked checked =
        first(
            SubmissionKind.INVOLVEMENTS,
            MADE_UP,
            "local_id,worker_id,worker_name,role,from,handling\nC-1,W-1,A Worker,teacher,2026-01-01,police-sensitive\n");

    assertThat(((Checked.Good) checked).line().handling()).isEqualTo(Handling.AGENCY_ONLY);
    assertThat(answer(checked).reason())
        .contains("handling: not a word that we know, so it is kept for your agency alone");
  }

  @Test
  void a_moment_with_an_offset_is_told_in_london_time() {
    Checked checked =
        first(
            SubmissionKind.VISITS,
            MADE_UP,
            "local_id,visit_id,arrived,setting\nC-1,V-1,2026-07-01T23:30:00Z,emergency\n");

    assertThat(((Checked.Good) checked).line().moment("arrived").orElseThrow().iso())
        .isEqualTo("2026-07-02T00:30");
  }

  @Test
  void a_formula_is_text() {
    Checked checked =
        first(SubmissionKind.PEOPLE, MADE_UP, "local_id,kind,family_name\nC-1,child,=1+1\n");

    assertThat(((Checked.Good) checked).line().text("family_name")).isEqualTo("=1+1");
  }

  @Test
  void no_reason_repeats_what_the_cell_holds() {
    Checked checked =
        first(
            SubmissionKind.PEOPLE,
            MADE_UP,
            "local_id,kind,family_name,nhs_number,birth_date,sex\nC-1,child,Testcase,9991119999,31/12/2018,girl\n");

    assertThat(answer(checked).reason().orElseThrow())
        .doesNotContain("9991119999", "31/12/2018", "girl", "Testcase");
  }

  private static Answer answer(Checked checked) {
    return switch (checked) {
      case Checked.Good(Line line) -> Answer.taken(line);
      case Checked.Refused(Answer answer) -> answer;
    };
  }

  private static Checked first(SubmissionKind kind, Rules rules, String file) {
    try (Lines lines = lines(kind, rules, file)) {
      return lines.next().orElseThrow();
    }
  }

  private static Lines lines(SubmissionKind kind, Rules rules, String file) {
    return new Lines(kind, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), rules);
  }

  /** The Luhn digit behind nine digits, by its definition. */
  private static String modulus10(String nine) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int digit = nine.charAt(8 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return nine + (10 - sum % 10) % 10;
  }
}
