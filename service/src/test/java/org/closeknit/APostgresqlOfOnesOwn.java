package org.closeknit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.closeknit.database.TestDatabases;
import org.closeknit.house.SystemPostgres;
import org.closeknit.house.Town;
import org.closeknit.house.Visitor;
import org.closeknit.plan.StatusKind;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on the oldest PostgreSQL that it says will do. */
@EnabledIf(
    value = "org.closeknit.house.SystemPostgres#isThere",
    disabledReason = "There is no PostgreSQL 15 in /usr/lib/postgresql/15 (Debian: postgresql-15)")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Town.class)
@DirtiesContext
class APostgresqlOfOnesOwn {
  private static final String SECRET = "a long enough secret";
  private static @Nullable SystemPostgres server;

  @Autowired Town.Families families;
  @Autowired PasswordEncoder passwords;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void itIsGivenByItsUrl(DynamicPropertyRegistry properties) {
    RealDatabase.Fresh.stopServerLast();
    String url = server().database("closeknit");
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> SystemPostgres.USER);
    properties.add("spring.datasource.password", () -> SystemPostgres.PASSWORD);
    properties.add("spring.datasource.hikari.maximum-pool-size", () -> "8");
    properties.add("closeknit.data", () -> TestDatabases.folder().toString());
  }

  private static synchronized SystemPostgres server() {
    server = server == null ? SystemPostgres.start() : server;
    return server;
  }

  @AfterAll
  static void stopAfterTheService() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server().close()));
  }

  @Test
  void a_council_sends_a_hospital_checks_and_the_social_workers_page_hears_of_it()
      throws Exception {
    assertThat(families.count("select current_setting('server_version_num')::int / 10000"))
        .isEqualTo(15);
    var number = families.number();
    machineOf("northmere-council", "submissions");
    machineOf("fernhill-hospital", "enquiries");
    send(
        "people",
        "local_id,kind,nhs_number,family_name,given_names,birth_date\nA-1,child,"
            + number.digits()
            + ",Testcase,Ada,2019-03-14\n");
    send("statuses", "local_id,status,start_date\nA-1,CPP,2026-06-12\n");
    var worker = families.worker(Town.NORTHMERE, "Rosalind Achterberg", "social worker");
    families
        .jdbc()
        .sql("update staff set password_hash = ?, worker_id = 'W-1' where id = ?")
        .params(passwords.encode(SECRET), worker.staff().id().value())
        .update();
    send(
        "involvements",
        "local_id,worker_id,worker_name,role,from\nA-1,W-1,Rosalind Achterberg,social worker,2026-06-12\n");

    var browser = new Visitor(port);
    assertThat(browser.signIn(worker.staff().username(), SECRET, "").location()).isEqualTo("/");
    try (var live = listen(browser)) {
      untilItSays(live, "changed");
      String answer =
          get(
              "/cpis/FHIR/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number%7C"
                  + number.digits());
      assertThat(answer).contains("\"Bundle\"", "Northmere Council");
      untilItSays(live, "changed");
    }
    assertThat(browser.get("/my-day").body()).contains("Fernhill Hospital");
  }

  private BufferedReader listen(Visitor browser) throws Exception {
    HttpResponse<InputStream> stream =
        browser
            .http()
            .send(
                browser.request("/live/notices").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
  }

  private static void untilItSays(BufferedReader live, String event) throws Exception {
    String line = "";
    while (!line.equals("event:" + event)) {
      line = Objects.requireNonNull(live.readLine(), "the stream ended");
    }
  }

  private void machineOf(String agency, String scope) {
    families
        .jdbc()
        .sql("insert into machine (client_id, secret_hash, agency_id, scopes) values (?, ?, ?, ?)")
        .params(agency, passwords.encode(SECRET), agency, new String[] {scope})
        .update();
  }

  private void send(String kind, String csv) throws Exception {
    var receipt =
        json.readTree(
            exchange(
                request("northmere-council", "/api/submissions?kind=" + kind)
                    .header("Content-Type", "text/csv; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(csv))));
    assertThat(receipt.get("accepted").asInt()).as(receipt.toString()).isEqualTo(1);
  }

  private String get(String path) throws Exception {
    return exchange(request("fernhill-hospital", path).GET());
  }

  private HttpRequest.Builder request(String client, String path) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    String token =
        json.readTree(
                exchange(
                    new Visitor(port)
                        .request("/oauth2/token")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                            HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))))
            .get("access_token")
            .asString();
    return new Visitor(port)
        .request(path)
        .setHeader("Accept", "application/json,application/fhir+json")
        .header("Authorization", "Bearer " + token);
  }

  private String exchange(HttpRequest.Builder request) throws Exception {
    return new Visitor(port)
        .http()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void what_is_wrong_with_a_database_is_said_in_a_word() {
    String made = server().database("empty");
    refuses(
        server().url("nowhere"),
        SystemPostgres.USER,
        SystemPostgres.PASSWORD,
        "no database of this name");
    refuses(made, SystemPostgres.USER, "wrong", "does not let this user in");
    refuses(made, "reader", SystemPostgres.PASSWORD, "may not make tables");
    refuses(made, SystemPostgres.SUPERUSER, SystemPostgres.PASSWORD, "no rule on rows would hold");
    refuses(made.replaceFirst(":\\d+/", ":1/"), "anybody", "any", "cannot be reached");
    server().asSuperuser("alter database empty set default_transaction_read_only = on");
    refuses(made, SystemPostgres.USER, SystemPostgres.PASSWORD, "can only be read");
    server()
        .asSuperuser(
            "create database old owner \"%s\" encoding 'LATIN1' template template0"
                .formatted(SystemPostgres.USER));
    refuses(server().url("old"), SystemPostgres.USER, SystemPostgres.PASSWORD, "LATIN1");
  }

  @Test
  void where_the_service_owns_its_tables_the_rules_on_rows_hold_for_it_too() {
    families.status(
        families.child(Town.NORTHMERE, families.number(), "2019-03-14"),
        Town.NORTHMERE,
        StatusKind.CPP,
        "2026-06-12",
        "");
    assertThat(families.count("select count(*) from status")).isZero();
  }

  @Test
  void with_a_second_user_the_service_owns_nothing_and_does_its_work() throws Exception {
    server()
        .asSuperuser(
            "create role \"a service\" login password '%s'".formatted(SystemPostgres.PASSWORD));
    String url = server().database("two_users");
    var owner = new Logins.Login(url, SystemPostgres.USER, SystemPostgres.PASSWORD);
    var service = new Logins.Login(url, "a service", SystemPostgres.PASSWORD);
    new FitForUse(new Logins(service, owner)).migrate(Flyway.configure().load());
    try (var connection = service.connect();
        var statement = connection.createStatement()) {
      statement.execute("insert into installation (made_up, begun_at) values (true, now())");
      statement.execute("select nextval('submission_arrival')");
      statement.execute("select people_were_many()");
      assertThatThrownBy(() -> statement.execute("alter table visit no force row level security"))
          .hasMessageContaining("must be owner");
      assertThatThrownBy(() -> statement.execute("delete from flyway_schema_history"))
          .hasMessageContaining("permission denied");
    }
  }

  private static void refuses(String url, String user, String password, String word) {
    var login = new Logins.Login(url, user, password);
    assertThatThrownBy(() -> FitForUse.look(new Logins(login, login)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(word)
        .hasMessageNotContaining(SystemPostgres.PASSWORD);
  }
}
