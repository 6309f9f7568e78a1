package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ANumberIsWritten {
  @Test
  void an_nhs_number_is_read_in_three_three_and_four() {
    assertThat(Numbers.nhs("9994123068")).isEqualTo("999 412 3068");
    assertThat(Numbers.nhs("999-412-3068")).isEqualTo("999 412 3068");
  }

  @Test
  void a_chi_number_is_read_in_six_and_four() {
    assertThat(Numbers.chi("3102191234")).isEqualTo("310219 1234");
  }

  @Test
  void what_is_no_such_number_stays_as_it_came() {
    assertThat(Numbers.nhs("12345")).isEqualTo("12345");
    assertThat(Numbers.chi("none")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "01632960999, 01632 960999, 01632960999",
    "+44 1632 960999, 01632 960999, 01632960999",
    "+44 (0)7700 900114, 07700 900114, 07700900114",
    "02079460018, 020 7946 0018, 02079460018",
    "0113 4960018, 0113 496 0018, 01134960018",
    "03000000199, 0300 000 0199, 03000000199",
    "999, 999, 999",
    "+353 1 234 5678, +353 1 234 5678, +35312345678"
  })
  void a_phone_number_is_grouped_as_people_say_it(String came, String shown, String dialled) {
    assertThat(Numbers.phone(came)).isEqualTo(shown);
    assertThat(Numbers.dialled(came)).isEqualTo(dialled);
  }

  @Test
  void one_is_not_written_as_many() {
    assertThat(Numbers.count(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Numbers.count(2413, "line", "lines")).isEqualTo("2,413 lines");
  }
}
