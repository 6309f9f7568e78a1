package org.closeknit.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.RealDatabase;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agreements;
import org.closeknit.agency.NoAnswerPhone;
import org.closeknit.house.Superuser;
import org.closeknit.house.Visitor;
import org.closeknit.house.Visitor.Shown;
import org.closeknit.person.AgencyId;
import org.closeknit.signin.AuthenticatorApp;
import org.closeknit.signin.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From nobody at all to two agencies that share, by the pages alone. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "closeknit.empty=true")
@RealDatabase
class AnEmptyInstallation {
  private static final String SECRET = "a long enough secret";
  private static final String COUNCIL = "/agencies/northmere-council";
  private static final String HOSPITAL = "/agencies/fernhill-hospital";

  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;
  @Autowired Agencies agencies;
  @Autowired Agreements agreements;
  @Autowired NoAnswerPhone phone;
  @Autowired FirstAdministrator first;
  @LocalServerPort int port;

  private Visitor administrator = new Visitor(0);

  @BeforeEach
  void the_first_administrator_begins() {
    superuser
        .jdbc()
        .sql(
            """
            truncate staff, agency, installation, machine, agreement, agreement_party, access_token,
                     sign_in_link, beginning_link, spring_session, audit_entry, audit_record cascade
            """)
        .update();
    jdbc.sql("insert into beginning_link (hash, made_at) values (?, now())")
        .param(new Secret("first").hash())
        .update();
    administrator = new Visitor(port);
    administrator.get("/begin/first");
    assertThat(begin("").status()).as("without a number for no answer").isEqualTo(422);
    assertThat(begin("01632 960999").location()).endsWith("/sign-in");
    assertThat(administrator.signIn("first", " " + SECRET, "").location()).isEqualTo("/");
  }

  private Shown begin(String number) {
    return administrator.post(
        "/begin/first",
        Map.of(
            "agency", "Northmere Council",
            "kind", "council",
            "nation", "england",
            "name", "Parveen Akhtar",
            "user", "first",
            "password", " " + SECRET,
            "phone", number));
  }

  @Test
  void the_number_for_no_answer_was_asked_for_and_can_be_changed() {
    assertThat(phone.number()).isEqualTo("01632 960999");

    administrator.get("/agencies");
    assertThat(
            administrator.post("/agencies/no-answer-phone", Map.of("number", "call us")).status())
        .isEqualTo(422);
    administrator.post("/agencies/no-answer-phone", Map.of("number", "01632 960111"));
    assertThat(phone.number()).isEqualTo("01632 960111");
  }

  @Test
  void pages_without_anything_on_them_say_what_to_do() {
    assertThat(administrator.get("/agencies").body()).contains("Only your own agency takes part");
    assertThat(administrator.get("/agreements").body())
        .contains("no agreement yet", "add another agency");
    assertThat(administrator.get(COUNCIL).body())
        .contains("No system of this agency calls", "You sign in without a code");
  }

  private void addHospital() {
    administrator.get("/agencies/new");
    assertThat(administrator.post("/agencies/new", hospital()).location()).endsWith(HOSPITAL);
  }

  private static Map<String, String> hospital() {
    return new HashMap<>(
        Map.of(
            "name", "Fernhill Hospital",
            "kind", "hospital",
            "nation", "england",
            "officePhone", "01632 960640",
            "officeHours", "Mon-Sun 00:00-24:00",
            "escalateAfter", "15",
            "dailyChildren", "60",
            "dailyChildrenAtDesk", "150"));
  }

  @Test
  void what_is_wrong_with_an_agency_is_said_beside_its_field_and_nothing_is_kept() {
    administrator.get("/agencies/new");
    Map<String, String> wrong = hospital();
    wrong.putAll(
        Map.of("name", "northmere COUNCIL", "officeHours", "always", "escalateAfter", "0"));

    Shown shown = administrator.post("/agencies/new", wrong);

    assertThat(shown.status()).isEqualTo(422);
    assertThat(shown.body())
        .contains(
            "Another agency has this name",
            "Mon-Fri 08:30-17:30",
            "Enter a number from 1 to 1440",
            "value=\"01632 960640\"");
    assertThat(agencies.all()).hasSize(1);
  }

  @Test
  void a_new_person_begins_with_a_link_of_their_own_that_works_once_and_names_nobody() {
    addHospital();
    administrator.get(HOSPITAL + "/people/new");
    Shown link = add(administrator, HOSPITAL, "Tomasz Zieliński", "tomasz", "ADMINISTRATOR");
    String path = path(link);
    assertThat(path).doesNotContainIgnoringCase("tomasz").doesNotContain("fernhill");

    assertThat(new Visitor(port).signIn("tomasz", "", "").status()).isEqualTo(422);
    var tomasz = new Visitor(port);
    assertThat(welcome(tomasz, path, "too short", "000000").status()).isEqualTo(422);
    String totp = secret(tomasz.get(path));
    assertThat(welcome(tomasz, path, SECRET, "000000").status()).isEqualTo(422);
    assertThat(welcome(tomasz, path, SECRET, code(totp)).location()).endsWith("/sign-in?ready");

    assertThat(tomasz.get(path).status()).as("a second time").isEqualTo(404);
    assertThat(tomasz.signIn("tomasz", SECRET, "").status()).as("no code").isEqualTo(422);
    assertThat(tomasz.signIn("tomasz", SECRET, code(totp)).location()).isEqualTo("/");
    assertThat(tomasz.get("/agencies").location()).endsWith(HOSPITAL);
  }

  private static Shown add(Visitor visitor, String agency, String name, String user, String role) {
    return visitor.post(
        agency + "/people/new", Map.of("name", name, "user", user, "role", role, "worker", user));
  }

  private static Shown welcome(Visitor visitor, String path, String password, String code) {
    visitor.get(path);
    return visitor.post(path, Map.of("password", password, "code", code));
  }

  private String path(Shown link) {
    return found("id=\"link\">http://127.0.0.1:" + port + "(/welcome/[^<]+)<", link.body());
  }

  private static String secret(Shown welcome) {
    return found("id=\"secret\">([A-Z2-7 ]+)<", welcome.body()).replace(" ", "");
  }

  private static String code(String totp) {
    return AuthenticatorApp.shows(totp, Instant.now());
  }

  private static String found(String pattern, String body) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void another_agencys_people_are_its_own_administrators_affair() {
    addHospital();
    administrator.get(HOSPITAL + "/people/new");
    assertThat(add(administrator, HOSPITAL, "A nurse", "nurse", "NURSE").status()).isEqualTo(422);
    String path = path(add(administrator, HOSPITAL, "Theirs", "theirs", "ADMINISTRATOR"));
    var theirs = new Visitor(port);
    String totp = secret(theirs.get(path));
    welcome(theirs, path, SECRET, code(totp));
    theirs.signIn("theirs", SECRET, code(totp));

    theirs.get(HOSPITAL + "/people/new");
    assertThat(add(theirs, HOSPITAL, "A nurse", "nurse", "NURSE").status()).isEqualTo(200);
    String nurse = id("nurse");
    assertThat(theirs.get(HOSPITAL).body()).contains("A nurse");
    assertThat(administrator.get(HOSPITAL).body()).contains("Theirs").doesNotContain("A nurse");
    String nowhere = plain(theirs.get("/nowhere"));
    for (String notTheirs :
        new String[] {COUNCIL, COUNCIL + "/people/new", "/agencies/new", "/agreements/new"}) {
      assertThat(plain(theirs.get(notTheirs))).as(notTheirs).isEqualTo(nowhere);
    }
    assertThat(administrator.get(HOSPITAL + "/people/" + nurse).status()).isEqualTo(404);
    assertThat(administrator.post(HOSPITAL + "/people/" + nurse + "/link", Map.of()).status())
        .isEqualTo(404);
    assertThat(theirs.post("/agreements/new", Map.of()).status()).isEqualTo(404);
  }

  private String id(String user) {
    return jdbc.sql("select id::text from staff where username = ?")
        .param(user)
        .query(String.class)
        .single();
  }

  private static String plain(Shown shown) {
    return shown.status()
        + shown
            .body()
            .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
            .replaceAll(" aria-current=\"page\"", "");
  }

  private Visitor idris() {
    administrator.get(COUNCIL + "/people/new");
    String path = path(add(administrator, COUNCIL, "Idris Bello", "idris", "SOCIAL_WORKER"));
    var idris = new Visitor(port);
    String totp = secret(idris.get(path));
    welcome(idris, path, SECRET, code(totp));
    idris.signIn("idris", SECRET, code(totp));
    assertThat(idris.get("/children").status()).isEqualTo(200);
    return idris;
  }

  @Test
  void whoever_gets_another_role_signs_in_again() {
    Visitor idris = idris();
    String page = COUNCIL + "/people/" + id("idris");
    Map<String, String> said = Map.of("name", "Idris Bello", "user", "idris", "worker", "idris");

    administrator.post(page, with(said, "role", "SOCIAL_WORKER"));
    assertThat(idris.get("/children").status()).as("the same role").isEqualTo(200);

    administrator.post(page, with(said, "role", "DATA_STEWARD"));
    assertThat(idris.get("/submissions").location()).endsWith("/sign-in");
  }

  private static Map<String, String> with(Map<String, String> said, String name, String value) {
    var more = new HashMap<>(said);
    more.put(name, value);
    return more;
  }

  @Test
  void whoever_has_left_is_out_at_once() {
    Visitor idris = idris();

    administrator.post(COUNCIL + "/people/" + id("idris") + "/end", Map.of());

    assertThat(idris.get("/children").location()).endsWith("/sign-in");
    assertThat(administrator.post(COUNCIL + "/people/" + id("first") + "/end", Map.of()).status())
        .as("nobody ends themselves")
        .isEqualTo(404);
    assertThat(add(administrator, COUNCIL, "Other", "IDRIS", "SOCIAL_WORKER").body())
        .contains("Somebody signs in by this name");
  }

  @Test
  void a_system_takes_tokens_until_its_secret_is_changed_or_it_is_ended() throws Exception {
    administrator.get(COUNCIL + "/systems/new");
    assertThat(administrator.post(COUNCIL + "/systems/new", Map.of("scopes", "enquiries")).status())
        .as("a council makes no checks")
        .isEqualTo(422);
    Shown shown = administrator.post(COUNCIL + "/systems/new", Map.of("scopes", "notices"));
    String client = found("id=\"client\">([^<]+)<", shown.body());
    String secret = found("id=\"secret\">([^<]+)<", shown.body());
    String token = token(client, secret);
    assertThat(feed(token)).isEqualTo(200);

    assertThat(administrator.get(COUNCIL + "/systems/" + client + "/secret").body())
        .contains("stops working at once");
    assertThat(feed(token)).as("nothing is changed by the question").isEqualTo(200);
    shown = administrator.post(COUNCIL + "/systems/" + client + "/secret", Map.of());
    assertThat(feed(token)).isEqualTo(401);
    assertThat(token(client, secret)).isEmpty();
    token = token(client, found("id=\"secret\">([^<]+)<", shown.body()));
    assertThat(feed(token)).isEqualTo(200);

    assertThat(administrator.get(COUNCIL + "/systems/" + client + "/end").body())
        .contains("It comes in no more");
    administrator.post(COUNCIL + "/systems/" + client + "/end", Map.of());
    assertThat(feed(token)).isEqualTo(401);
  }

  private String token(String client, String secret) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    var visitor = new Visitor(port);
    String body =
        visitor
            .http()
            .send(
                visitor
                    .request("/oauth2/token")
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                            "grant_type=client_credentials"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(body);
    return token.find() ? token.group(1) : "";
  }

  private int feed(String token) throws Exception {
    var visitor = new Visitor(port);
    return visitor
        .http()
        .send(
            visitor.request("/api/notices").header("Authorization", "Bearer " + token).build(),
            java.net.http.HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void an_agreement_opens_from_the_day_it_names_until_it_is_ended() {
    addHospital();
    administrator.get("/agreements/new");
    assertThat(agree("2026-11-01", "2026-10-01").body())
        .contains("The last day is before the first");
    Map<String, String> alone = agreement("2026-01-01", "2030-12-31");
    assertThat(administrator.post("/agreements/new", alone).body())
        .contains("two agencies or more");

    assertThat(agree("2026-01-01", "2030-12-31").location()).endsWith("/agreements");

    var today = java.time.LocalDate.now();
    var hospital = new AgencyId("fernhill-hospital");
    assertThat(agreements.of(hospital, today))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.parties()).hasSize(2);
          assertThat(one.kinds()).containsExactly("statuses");
          assertThat(one.content()).isFalse();
          assertThat(one.signedBy()).isEqualTo("Both directors");
        });
    assertThat(administrator.get("/agreements/agreement-1/end").body())
        .contains("From this moment it opens nothing");
    assertThat(agreements.of(hospital, today)).as("the question ends nothing").hasSize(1);
    administrator.post("/agreements/agreement-1/end", Map.of());
    assertThat(agreements.of(hospital, today)).isEmpty();
  }

  private Shown agree(String from, String until) {
    return administrator.post(
        "/agreements/new",
        agreement(from, until),
        List.of(Map.entry("parties", "fernhill-hospital")));
  }

  private static Map<String, String> agreement(String from, String until) {
    var form = new HashMap<String, String>();
    form.put("parties", "northmere-council");
    form.put("purpose", "safeguarding children");
    form.put("kinds", "statuses");
    form.put("content", "no");
    form.put("signedBy", "Both directors");
    String[] first = from.split("-");
    String[] last = until.split("-");
    form.putAll(Map.of("from-year", first[0], "from-month", first[1], "from-day", first[2]));
    form.putAll(Map.of("until-year", last[0], "until-month", last[1], "until-day", last[2]));
    return form;
  }

  @Test
  void an_ended_agency_comes_in_no_more_and_nobody_ends_their_own() {
    addHospital();
    administrator.get(HOSPITAL + "/people/new");
    String path = path(add(administrator, HOSPITAL, "Theirs", "theirs", "ADMINISTRATOR"));
    administrator.get(HOSPITAL + "/end");
    administrator.post(HOSPITAL + "/end", Map.of());

    assertThat(new Visitor(port).get(path).status()).isEqualTo(404);
    assertThat(administrator.get(HOSPITAL).body()).contains("This agency has ended");
    assertThat(administrator.get(HOSPITAL + "/people/new").status()).isEqualTo(404);
    assertThat(administrator.get(COUNCIL + "/end").status()).isEqualTo(404);
    assertThat(administrator.post(COUNCIL + "/end", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void every_change_stands_in_the_audit_and_names_nobody() {
    addHospital();
    administrator.get(HOSPITAL + "/people/new");
    add(administrator, HOSPITAL, "Tomasz Zieliński", "tomasz", "ADMINISTRATOR");
    administrator.get("/agreements/new");
    agree("2026-01-01", "2030-12-31");

    assertThat(
            jdbc.sql("select action from audit_entry where purpose = 'administration' order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "added an agency", "added a person", "made a link to begin with", "added an agreement");
    assertThat(
            jdbc.sql(
                    "select string_agg(detail || body || about, ' ') from audit_entry where purpose = 'administration'")
                .query(String.class)
                .single())
        .contains("fernhill-hospital", "existence only", "2030-12-31")
        .doesNotContain("Tomasz", "Zieliński");
  }
}
