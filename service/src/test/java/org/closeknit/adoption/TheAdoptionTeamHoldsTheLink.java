package org.closeknit.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Town;
import org.closeknit.match.NewRecord;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@RealDatabase
@Import(Town.class)
class TheAdoptionTeamHoldsTheLink {
  private static final String BORN = "2019-03-14";

  @Autowired Town.Families families;
  @Autowired WebApplicationContext context;

  private Asker.Worker team;
  private NhsNumber oldNumber;
  private NhsNumber newNumber;
  private Kept former;
  private Kept present;

  /** A record with its keeper's own number for it. */
  private record Kept(RecordId id, String localId) {}

  @BeforeEach
  void begin() {
    team = families.worker(NORTHMERE, "Nerys Coombe", "adoption worker");
    oldNumber = families.number();
    newNumber = families.number();
    former = kept(NORTHMERE, oldNumber, "Okonkwo", Restriction.ADOPTED);
    present = kept(NORTHMERE, newNumber, "Whitlock", Restriction.NONE);
  }

  @AfterEach
  void end() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void one_side_is_shown_and_never_the_other_beside_it() throws Exception {
    String link = sealed();
    String before = open(team, link, "former").getContentAsString();
    assertThat(before).contains("Okonkwo", written(oldNumber));
    assertThat(before).doesNotContain("Whitlock", written(newNumber), present.localId());
    String now = open(team, link, "present").getContentAsString();
    assertThat(now).contains("Whitlock", written(newNumber));
    assertThat(now).doesNotContain("Okonkwo", written(oldNumber), former.localId());
  }

  @Test
  void the_pages_around_a_link_tell_nothing_of_either_side() throws Exception {
    String link = sealed();
    open(team, link, "former");
    for (String page : List.of("/adoptions", link)) {
      assertThat(show(team, page).getContentAsString())
          .contains("Kestrel")
          .doesNotContain("Okonkwo", "Whitlock", written(oldNumber), written(newNumber))
          .doesNotContain(former.localId(), present.localId());
    }
  }

  @Test
  void each_opening_is_kept_with_its_reason_and_in_the_audit_about_one_side_alone()
      throws Exception {
    String link = sealed();
    open(team, link, "former");
    open(team, link, "present");
    assertThat(show(team, link).getContentAsString())
        .contains("Nerys Coombe opened the former identity. Asked by the court")
        .contains("Nerys Coombe opened the present identity. Asked by the court");
    assertThat(entriesAbout(former)).isOne();
    assertThat(entriesAbout(present)).isOne();
    assertThat(
            families.count(
                """
                select count(*) from audit_record a join audit_record b on a.audit_id = b.audit_id
                 where a.record_id = ? and b.record_id = ?
                """,
                former.id().value(),
                present.id().value()))
        .isZero();
  }

  @Test
  void who_reads_who_looked_at_the_present_child_learns_nothing_of_it() throws Exception {
    open(team, sealed(), "present");
    assertThat(
            families.count(
                """
                select count(*) from audit_entry e join audit_record r on r.audit_id = e.id
                 where r.record_id = ? and not e.silent
                """,
                present.id().value()))
        .isZero();
  }

  @Test
  void another_councils_team_finds_nothing_and_the_same_nothing_as_where_there_is_none()
      throws Exception {
    String link = sealed();
    Asker.Worker others = families.worker(EASTHOLM, "O. Brandt", "adoption worker");
    String nowhere = "/adoptions/" + UUID.randomUUID();
    assertThat(same(show(others, link))).isEqualTo(same(show(others, nowhere)));
    assertThat(same(open(others, link, "former"))).isEqualTo(same(open(others, nowhere, "former")));
  }

  @Test
  void a_record_of_another_council_is_not_there() throws Exception {
    Kept others = kept(EASTHOLM, families.number(), "Brandt", Restriction.ADOPTED);
    String known = seal(others.localId(), present.localId()).getContentAsString();
    assertThat(known).isEqualTo(seal("nobody's", present.localId()).getContentAsString());
    assertThat(known).contains("no record with this number that is marked as adopted");
  }

  @Test
  void what_is_not_marked_is_no_former_identity_and_what_is_marked_no_present_one()
      throws Exception {
    assertThat(seal(present.localId(), former.localId()).getStatus()).isEqualTo(400);
    Kept second = kept(NORTHMERE, families.number(), "Okafor", Restriction.ADOPTED);
    assertThat(seal(former.localId(), second.localId()).getContentAsString())
        .contains("no record with this number that stands for a child today");
  }

  @Test
  void what_was_typed_of_the_two_is_not_shown_again() throws Exception {
    String page = seal(former.localId(), "nobody's").getContentAsString();
    assertThat(page).doesNotContain(former.localId(), "nobody&#39;s", "nobody's");
  }

  @Test
  void a_record_has_one_link_until_that_is_ended() throws Exception {
    String link = sealed();
    assertThat(seal(former.localId(), present.localId()).getStatus()).isEqualTo(400);
    assertThat(send(team, post(link + "/end").param("wrong", "another child")).getStatus())
        .isEqualTo(302);
    assertThat(show(team, link).getStatus()).isEqualTo(404);
    assertThat(seal(former.localId(), present.localId()).getStatus()).isEqualTo(302);
  }

  @Test
  void nobody_else_of_the_council_opens_the_former_identity() throws Exception {
    Kept open = kept(NORTHMERE, families.number(), "Okonkwo", Restriction.NONE);
    UUID child = child(open);
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    families.works(worker, open.id());
    assertThat(show(worker, "/children/" + child).getStatus()).isEqualTo(200);
    adopted(open);
    assertThat(same(show(worker, "/children/" + child)))
        .isEqualTo(same(show(worker, "/children/" + UUID.randomUUID())));
    assertThat(show(worker, "/children").getContentAsString()).doesNotContain("OKONKWO");
  }

  private String sealed() throws Exception {
    MockHttpServletResponse answer = seal(former.localId(), present.localId());
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl()).replace("#said", "");
  }

  private MockHttpServletResponse seal(String before, String now) throws Exception {
    return send(
        team,
        post("/adoptions")
            .param("former", before)
            .param("present", now)
            .param("reference", "Kestrel " + oldNumber.digits().substring(6))
            .param("why", "The order was made"));
  }

  private MockHttpServletResponse open(Asker.Worker worker, String link, String side)
      throws Exception {
    return send(worker, post(link).param("side", side).param("why", "Asked by the court"));
  }

  private MockHttpServletResponse show(Asker.Worker worker, String address) throws Exception {
    return send(worker, get(address));
  }

  private static String same(MockHttpServletResponse answer) throws Exception {
    return answer.getStatus() + " " + answer.getContentAsString();
  }

  private Kept kept(AgencyId keeper, NhsNumber number, String family, Restriction restriction) {
    NewRecord record =
        families.record(keeper, number, family, "Ada" + number.digits(), BORN, restriction);
    return new Kept(families.person(record), record.localId());
  }

  private UUID child(Kept one) {
    return families
        .jdbc()
        .sql("select child_id from person_record where id = ?")
        .param(one.id().value())
        .query(UUID.class)
        .single();
  }

  private void adopted(Kept one) {
    families
        .jdbc()
        .sql(
            """
            update person_record set revision = nextval('person_record_revision'),
              restricted = 'ADOPTED' where id = ?
            """)
        .param(one.id().value())
        .update();
  }

  private long entriesAbout(Kept one) {
    return families.count(
        "select count(*) from audit_record where record_id = ?", one.id().value());
  }

  private static String written(NhsNumber number) {
    String digits = number.digits();
    return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
  }

  private MockHttpServletResponse send(Asker.Worker worker, MockHttpServletRequestBuilder request)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(worker, "", List.of()));
    MockHttpServletResponse response =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(request)
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }
}
