package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.closeknit.audit.Asker;
import org.closeknit.match.ARecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;

class TheRecordsOfAChildAreShown {
  private final Installation here = Installation.empty();
  private final SplitPages pages = here.house.room(SplitPages.class);
  private final Asker.Worker steward = here.steward("council");
  private final ARecord amara =
      ARecord.of("council", "C-11873")
          .named("Amara", "Okonkwo")
          .born("2019-03-14")
          .livesAt("7 Harbour Walk", "ZZ9 9AA");
  private String child = "";
  private String hospital = "";

  @BeforeEach
  void twoRecordsAreOneChild() {
    here.agreementOnPeople("council", "hospital");
    child = here.take(here.people(), amara.line()).getFirst().child().toString();
    hospital =
        here.take(here.people(), amara.by("hospital", "H-20417").line())
            .getFirst()
            .record()
            .toString();
  }

  @Test
  void each_agencys_own_stands_whole() throws Exception {
    assertThat(shown(pages.child(steward, child)))
        .contains("<title>Is one of these another child? – Closeknit</title>")
        .contains("Northmere Council", "C-11873", "H-20417", "7 Harbour Walk, ZZ9 9AA")
        .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=");
  }

  @Test
  void it_is_found_by_ones_own_number_which_stands_in_no_address() throws Exception {
    assertThat(answer(pages.find(steward, " C-11873 ")).getRedirectedUrl())
        .isEqualTo("/matching/children/" + child);
    var none = answer(pages.find(steward, "H-20417"));
    assertThat(none.getStatus()).isEqualTo(400);
    assertThat(none.getContentAsString()).contains("You sent no record with this number");
  }

  @Test
  void one_is_taken_out_and_the_way_to_undo_it_is_shown() throws Exception {
    String shown =
        answer(pages.takeOut(steward, child, List.of(hospital), "a cousin")).getRedirectedUrl();

    assertThat(shown).startsWith("/matching/").endsWith("?said=taken-out#said");
    MatchingPages matching = here.house.room(MatchingPages.class);
    String pair = here.jdbc.sql("select id from unsure_pair").query(UUID.class).single().toString();
    assertThat(shown(matching.pair(steward, pair, "taken-out", "")))
        .contains("Taken out.", "a cousin", "Undo this decision", "Why do you undo it?");
  }

  @Test
  void nothing_goes_without_a_record_and_a_reason() throws Exception {
    var response = answer(pages.takeOut(steward, child, List.of(), ""));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString())
        .contains("Say which records are of another child", "Say why, in one line");
  }

  @Test
  void a_record_that_no_agreement_opens_shows_whom_to_call_and_cannot_be_ticked() throws Exception {
    here.jdbc.sql("delete from agreement_party").update();

    assertThat(shown(pages.child(steward, child)))
        .contains("No agreement opens this record to you", "tel:")
        .doesNotContain("H-20417", "value=\"" + hospital);
  }

  @Test
  void not_there_and_not_yours_look_the_same() throws Exception {
    String notYours = shown(pages.child(here.steward("school"), child));

    assertThat(notYours).isEqualTo(shown(pages.child(steward, UUID.randomUUID().toString())));
    assertThat(notYours).isEqualTo(shown(pages.child(steward, "no-id")));
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
