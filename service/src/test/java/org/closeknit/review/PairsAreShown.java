package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;

class PairsAreShown {
  private final Installation here = Installation.empty();
  private final MatchingPages pages = here.house.room(MatchingPages.class);
  private final Asker.Worker steward = here.steward("council");

  @BeforeEach
  void twoRecordsThatMayBeOneChild() {
    here.agreementOnPeople("council", "hospital");
    ARecord solomiya =
        ARecord.of("council", "C-11873")
            .named("Solomiya", "Kovalenko")
            .born("2012-11-03")
            .livesAt("7 Harbour Walk", "ZZ9 9AA");
    here.take(
        here.people(),
        solomiya.nhs("9990000018").line(),
        solomiya.by("hospital", "F-90214").named("Solomia", "Kowalenko").nhs("9990000026").line());
  }

  @Test
  void the_queue_says_how_many_wait_and_why() throws Exception {
    assertThat(shown(pages.queue(steward, "", "", "1")))
        .contains("<title>Is it one child? – Closeknit</title>")
        .contains("1 pair waits", "Northmere Council", "C-11873", "F-90214", "/matching/" + pair())
        .contains("Too close to decide without you.", "The same birth date.");
  }

  @Test
  void an_empty_queue_says_what_it_does_not_mean() throws Exception {
    here.jdbc.sql("delete from match_decision").update();
    here.jdbc.sql("delete from unsure_pair").update();

    assertThat(shown(pages.queue(steward, "", "", "1")))
        .contains("Nothing to decide", "It does not mean");
  }

  @Test
  void two_records_alone_are_no_group() throws Exception {
    assertThat(shown(pages.pair(steward, pair().toString(), "", "")))
        .doesNotContain("records of both");
  }

  @Test
  void a_group_stands_side_by_side_with_a_column_for_each_record() throws Exception {
    UUID first = pair();
    here.take(
        here.people(),
        ARecord.of("school", "S-7")
            .named("Solomiya", "Kovalenko")
            .born("2012-11-03")
            .nhs("9990000018")
            .livesAt("7 Harbour Walk", "ZZ9 9AA")
            .line());

    assertThat(shown(pages.pair(steward, first.toString(), "", "")))
        .contains("All 3 records of both", "one child now", "the other child now")
        .contains("not open to you")
        .doesNotContain("S-7");
  }

  @Test
  void a_pair_stands_side_by_side_with_what_each_field_says() throws Exception {
    assertThat(shown(pages.pair(steward, pair().toString(), "", "")))
        .contains("<title>Are these one child? – Closeknit</title>")
        .contains(
            "Any two children",
            "Ko<span class=\"differs\">v</span>alenko",
            "3 Nov 2012",
            "different numbers",
            "Together")
        .contains(
            "One child. Join them",
            "Two children. Keep them apart",
            "I cannot tell. Ask the agency")
        .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=");
  }

  @Test
  void a_decision_without_a_reason_is_asked_for_it() throws Exception {
    var response = answer(pages.decide(steward, pair().toString(), "same", " "));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString())
        .contains("There is a problem", "Say why, in one line")
        .containsPattern("value=\"same\" checked");
  }

  @Test
  void a_decision_leads_on_and_can_be_undone() throws Exception {
    var decided = answer(pages.decide(steward, pair().toString(), "different", "another mother"));
    assertThat(decided.getRedirectedUrl())
        .isEqualTo("/matching?said=different&undo=" + pair() + "#said");
    assertThat(shown(pages.queue(steward, "different", pair().toString(), "1")))
        .contains("Kept apart.", "another mother", "Decided lately", "1")
        .contains("action=\"/matching/" + pair() + "/undo\"", "Undone at once");
    assertThat(shown(pages.pair(steward, pair().toString(), "", "")))
        .contains("Undo this decision");

    var undone = answer(pages.undo(steward, pair().toString(), "the ward phoned"));
    assertThat(undone.getRedirectedUrl()).isEqualTo("/matching/" + pair() + "?said=undone#said");
    assertThat(shown(pages.pair(steward, pair().toString(), "undone", "")))
        .contains("Undone.", "One child. Join them");
  }

  @Test
  void not_there_and_not_yours_look_the_same() throws Exception {
    String notYours = shown(pages.pair(here.steward("school"), pair().toString(), "", ""));

    assertThat(notYours)
        .isEqualTo(shown(pages.pair(steward, UUID.randomUUID().toString(), "", "")));
    assertThat(notYours).isEqualTo(shown(pages.pair(steward, "no-id", "", "")));
  }

  private UUID pair() {
    return here.jdbc.sql("select id from unsure_pair").query(UUID.class).single();
  }

  private static String shown(View view) throws Exception {
    return answer(view).getContentAsString();
  }

  private static MockHttpServletResponse answer(View view) throws Exception {
    var response = new MockHttpServletResponse();
    view.render(Map.of(), new MockHttpServletRequest("GET", "/matching"), response);
    return response;
  }
}
