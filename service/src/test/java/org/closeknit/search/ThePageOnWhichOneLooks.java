package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.closeknit.audit.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is typed comes back unharmed and harmless, and stands in no address. */
class ThePageOnWhichOneLooks extends Looking {
  @Test
  void before_anything_is_asked_it_says_what_to_type() throws Exception {
    assertThat(send(duty, get("/find")).getContentAsString())
        .contains("Names, age or birth date, school, area or number, in any order.", "autofocus")
        .doesNotContain("<table");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Say what you know of the child",
    "smith, 'Say one thing more: another name, the age, the school or the area'",
    "EH54 2019, 'Say a name too, or a number'",
    "943 476 5919, 'Say one thing more: a name, the birth date or the area'",
    "F-90214, 'Say one thing more: a name, the birth date or the area'",
    "smith 943 476 5918, The ten digits are no NHS or CHI number. Look at them again"
  })
  void what_is_not_enough_is_answered_with_what_more(String known, String words) throws Exception {
    MockHttpServletResponse answer = ask(duty, known);
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).contains(words);
  }

  @Test
  void ten_thousand_letters_are_cut_and_said_to_be_too_many() throws Exception {
    MockHttpServletResponse answer = ask(duty, "a".repeat(10_000));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .contains("more than is needed")
        .doesNotContain("a".repeat(201));
  }

  @Test
  void the_result_stays_at_its_address_and_nothing_typed_stands_in_it() throws Exception {
    child(Told.ada(NORTHMERE));
    String address = address(ask(duty, "ada " + family));
    assertThat(address).matches("/find/[0-9a-f-]{36}");
    String first = show(duty, address).getContentAsString();
    assertThat(listed(first)).hasSize(1);
    assertThat(show(duty, address).getContentAsString()).isEqualTo(first);
  }

  @Test
  void nobody_else_reads_it_and_after_a_day_nobody_does() throws Exception {
    String address = address(ask(duty, "ada " + family));
    Asker.Worker colleague = families.worker(NORTHMERE, "Bo Marsh", "duty worker");
    assertThat(show(colleague, address).getStatus()).isEqualTo(404);
    clock.passes(Duration.ofHours(25));
    assertThat(show(duty, address).getStatus()).isEqualTo(404);
  }

  @Test
  void words_of_a_page_are_words_and_nothing_else() throws Exception {
    assertThat(find(duty, "<script>alert(1)</script> \"><b>2019"))
        .doesNotContain("<script>alert", "<b>2019")
        .contains("&lt;script>");
  }

  @Test
  void a_zero_character_and_writing_from_right_to_left_are_taken() throws Exception {
    assertThat(find(duty, "ada\0 " + family)).contains("Name: Ada, " + family);
    String arabic = "محمد";
    child(Told.ada(NORTHMERE).given(arabic));
    assertThat(listed(find(duty, arabic + " " + family))).hasSize(1);
  }

  @Test
  void the_title_of_the_page_holds_no_name() throws Exception {
    child(Told.ada(NORTHMERE));
    assertThat(find(duty, "ada " + family)).contains("<title>Find a child – Closeknit</title>");
  }
}
