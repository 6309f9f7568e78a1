package org.closeknit.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@RealDatabase
@Import(Town.class)
class SomebodyRegistersAChild {
  private static final Random LETTERS = new Random(11);
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired WebApplicationContext context;

  private Asker.Worker desk;
  private NhsNumber number;
  private String family = "";
  private String given = "";

  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    desk = families.worker(NORTHMERE, "Idris Bello", "duty worker");
    another();
  }

  @AfterEach
  void end() {
    SecurityContextHolder.clearContext();
  }

  /** Names that no other test has, nor anything near them. */
  private void another() {
    number = families.number();
    family = name();
    given = name();
  }

  private static String name() {
    var letters = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      letters.append((char) ('a' + LETTERS.nextInt(26)));
    }
    return letters.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + letters.substring(1);
  }

  @Test
  void a_child_who_is_there_is_shown_first_and_nobody_is_registered() throws Exception {
    held(NORTHMERE, Restriction.NONE);
    long before = records();
    String page = look(desk);
    assertThat(page)
        .contains("Is this the child?", family.toUpperCase(java.util.Locale.UK))
        .contains("alike: ", "birth date", "None of these: register");
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void with_another_spelling_it_is_shown_all_the_same() throws Exception {
    held(NORTHMERE, Restriction.NONE);
    family = family + "e";
    assertThat(look(desk)).contains("Is this the child?");
  }

  @Test
  void who_finds_nobody_and_registers_nobody_waits_before_the_next() throws Exception {
    look(desk);
    MockHttpServletResponse again = lookAtOnce(desk);
    assertThat(again.getStatus()).isEqualTo(429);
    assertThat(again.getContentAsString()).contains("Wait 1 second and try again");

    assertThat(register(desk, look(desk)).getStatus()).isEqualTo(302);
    assertThat(
            jdbc.sql("select misses_in_a_row from search_pace where actor = ?")
                .param(desk.actor())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** Who registers the newborns of a week types one birth date after the other. */
  @Test
  void whose_child_is_registered_has_not_tried_a_birth_date() throws Exception {
    String page = look(desk);
    assertThat(datesTried()).isEqualTo(1);
    assertThat(register(desk, page).getStatus()).isEqualTo(302);
    assertThat(datesTried()).isZero();
  }

  private int datesTried() {
    return jdbc.sql("select count(*) from search_tried where actor = ?")
        .param(desk.actor())
        .query(Integer.class)
        .single();
  }

  @Test
  void a_child_of_another_agency_is_not_told_of_to_the_byte() throws Exception {
    String nobody = plain(look(desk));
    assertThat(nobody).contains("Nobody whom we can show you is like this child");
    held(EASTHOLM, Restriction.NONE);
    assertThat(plain(look(desk))).isEqualTo(nobody);
  }

  @Test
  void nor_one_of_ones_own_agency_that_one_may_not_open() throws Exception {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    String nobody = plain(look(worker));
    held(NORTHMERE, Restriction.NONE);
    assertThat(plain(look(worker))).isEqualTo(nobody);
  }

  @Test
  void nor_a_child_by_what_a_hidden_record_of_it_says() throws Exception {
    String typed = family;
    String first = given;
    NhsNumber asked = number;
    String nobody = plain(look(desk));
    RecordId hidden = held(FERNHILL, Restriction.RECORD);
    another();
    RecordId own = held(NORTHMERE, Restriction.NONE);
    join(own, hidden);
    family = typed;
    given = first;
    number = asked;
    assertThat(plain(look(desk))).isEqualTo(nobody);
  }

  @Test
  void a_former_identity_is_nobody() throws Exception {
    String nobody = plain(look(desk));
    held(NORTHMERE, Restriction.ADOPTED);
    assertThat(plain(look(desk))).isEqualTo(nobody);
  }

  @Test
  void none_of_these_registers_the_child_by_way_of_a_file_of_one_line() throws Exception {
    MockHttpServletResponse done = register(desk, look(desk));
    assertThat(done.getStatus()).isEqualTo(302);
    assertThat(show(desk, String.valueOf(done.getRedirectedUrl())))
        .contains(family.toUpperCase(java.util.Locale.UK));
    assertThat(
            families.count(
                """
                select count(*) from submission s join person_record_line l on l.submission_id = s.id
                  join person_record p on p.id = l.record_id
                 where p.family_name = ? and s.file_code = 'CPF02'
                """,
                family))
        .isOne();
  }

  @Test
  void who_registers_a_child_works_with_it_and_opens_it() throws Exception {
    Asker.Worker worker = families.worker(NORTHMERE, "R. Achterberg", "social worker");
    MockHttpServletResponse done = register(worker, look(worker));
    assertThat(show(worker, String.valueOf(done.getRedirectedUrl())))
        .contains(family.toUpperCase(java.util.Locale.UK), "R. Achterberg");
  }

  @Test
  void it_becomes_one_with_what_another_agency_holds_and_the_answer_does_not_tell()
      throws Exception {
    RecordId theirs = held(FERNHILL, Restriction.NONE);
    MockHttpServletResponse done = register(desk, look(desk));
    assertThat(done.getStatus()).isEqualTo(302);
    assertThat(
            families.count(
                "select count(*) from person_record where child_id = (select child_id from person_record where id = ?)",
                theirs.value()))
        .isEqualTo(2);
  }

  @Test
  void sent_twice_it_is_one_child() throws Exception {
    String page = look(desk);
    register(desk, page);
    register(desk, page);
    assertThat(named()).isOne();
  }

  @Test
  void who_came_in_meanwhile_is_shown_before_anybody_is_registered() throws Exception {
    String page = look(desk);
    held(NORTHMERE, Restriction.NONE);
    MockHttpServletResponse again = register(desk, page);
    assertThat(again.getStatus()).isEqualTo(200);
    again.setCharacterEncoding("UTF-8");
    assertThat(again.getContentAsString())
        .contains("Somebody like this child came in meanwhile", "Is this the child?");
    assertThat(named()).isOne();
  }

  @Test
  void two_agencies_that_register_one_child_at_once_leave_one_or_a_question() throws Exception {
    Asker.Worker others = families.worker(EASTHOLM, "O. Brandt", "duty worker");
    for (int i = 0; i < 5; i++) {
      another();
      atOnce(registering(desk, look(desk)), registering(others, look(others)));
      assertThat(named()).isEqualTo(2);
      assertThat(
              families.count(
                      "select count(distinct child_id) from person_record where family_name = ?",
                      family)
                  - families.count(
                      """
                      select count(*) from unsure_pair u join person_record p on p.id = u.left_id
                       where p.family_name = ?
                      """,
                      family))
          .as("no two silent ones")
          .isEqualTo(1);
    }
  }

  @Test
  void what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() throws Exception {
    Map<String, String> wrong = new HashMap<>(typed());
    wrong.put("number", "999 000 0019");
    wrong.put("born-month", "13");
    MockHttpServletResponse answer = send(desk, with(post("/register"), wrong));
    answer.setCharacterEncoding("UTF-8");
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .contains("Look at the number again", "Enter the birth date", family);
  }

  private RecordId held(AgencyId agency, Restriction restriction) {
    return families.person(
        families.record(agency, number, family, given, "2019-03-14", restriction));
  }

  private Map<String, String> typed() {
    return Map.of(
        "family", family,
        "given", given,
        "born-day", "14",
        "born-month", "3",
        "born-year", "2019",
        "number", number.digits(),
        "sex", "female");
  }

  /** After a while. */
  private String look(Asker.Worker worker) throws Exception {
    jdbc.sql("delete from search_pace where actor = ?").param(worker.actor()).update();
    MockHttpServletResponse answer = lookAtOnce(worker);
    answer.setCharacterEncoding("UTF-8");
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse lookAtOnce(Asker.Worker worker) throws Exception {
    return send(worker, with(post("/register"), typed()));
  }

  private MockHttpServletResponse register(Asker.Worker worker, String page) throws Exception {
    Map<String, String> fields = new HashMap<>(typed());
    fields.put("once", first(ONCE, page));
    fields.put("shown", first(SHOWN, page));
    return send(worker, with(post("/register/new"), fields));
  }

  private Callable<Integer> registering(Asker.Worker worker, String page) {
    return () -> register(worker, page).getStatus();
  }

  private static void atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> done : both.invokeAll(List.of(one, other))) {
        assertThat(done.get()).isEqualTo(302);
      }
    }
  }

  private String show(Asker.Worker worker, String address) throws Exception {
    MockHttpServletResponse answer = send(worker, get(address));
    answer.setCharacterEncoding("UTF-8");
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private static MockHttpServletRequestBuilder with(
      MockHttpServletRequestBuilder request, Map<String, String> fields) {
    fields.forEach((name, value) -> request.param(name, value));
    return request;
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String plain(String page) {
    return ONCE.matcher(page).replaceAll("");
  }

  private void join(RecordId one, RecordId other) {
    families
        .jdbc()
        .sql(
            """
            update person_record set revision = nextval('person_record_revision'),
              child_id = (select child_id from person_record where id = ?) where id = ?
            """)
        .params(one.value(), other.value())
        .update();
  }

  private long records() {
    return families.count("select count(*) from person_record");
  }

  private long named() {
    return families.count("select count(*) from person_record where family_name = ?", family);
  }

  private MockHttpServletResponse send(Asker.Worker worker, MockHttpServletRequestBuilder request)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(worker, "", List.of()));
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(request)
        .andReturn()
        .getResponse();
  }
}
