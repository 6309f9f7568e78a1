package org.closeknit.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.RealDatabase;
import org.closeknit.agency.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Takes every route of the service, and every role. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
class EveryRouteHasItsRule {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void one_of_each_role_works_at_an_agency() {
    if (jdbc.sql("select count(*) from staff").query(Long.class).single() > 0) {
      return;
    }
    jdbc.sql(
            """
            insert into agency (id, name, kind, nation) values ('northmere-council', 'Northmere Council', 'council', 'england')
            """)
        .update();
    for (Role role : Role.values()) {
      jdbc.sql(
              """
              insert into staff (id, username, agency_id, name, role, password_hash)
              values (gen_random_uuid(), ?, 'northmere-council', ?, ?, ?)
              """)
          .params(role.name(), "A " + role.words(), role.words(), passwords.encode("right"))
          .update();
    }
    jdbc.sql(
            "insert into machine (client_id, secret_hash, agency_id, scopes) values ('system', ?, 'northmere-council', '{submissions,notices,chronology,enquiries}')")
        .param(passwords.encode("right"))
        .update();
  }

  private record Route(String method, String pattern) {
    String path() {
      return pattern.replaceAll("\\{[^}]+}", NOBODYS).replace("/**", "/x");
    }
  }

  @Test
  void a_route_without_a_stated_rule_is_a_fault() {
    assertThat(routes())
        .isNotEmpty()
        .allSatisfy(route -> assertThat(rule(route)).as(route.pattern()).isPresent());
  }

  @Test
  void a_person_comes_only_to_the_doors_of_their_role() throws Exception {
    Map<Role, String> sessions = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      sessions.put(role, signIn(role));
    }
    for (Route route : routes()) {
      Routes.For whom = rule(route).orElseThrow().whom();
      if (!route.method().equals("GET") || route.pattern().startsWith("/live")) {
        continue;
      }
      for (Role role : Role.values()) {
        int status = get(route.path(), sessions.getOrDefault(role, "")).statusCode();
        boolean open =
            switch (whom) {
              case Routes.For.Anybody unused -> true;
              case Routes.For.SignedIn unused -> true;
              case Routes.For.Roles roles -> roles.roles().contains(role);
              case Routes.For.Scope unused -> false;
            };
        if (!open) {
          assertThat(status).as(role + " at " + route.pattern()).isIn(401, 404);
        } else {
          assertThat(status).as(role + " at " + route.pattern()).isLessThan(500);
        }
      }
    }
  }

  @Test
  void nobody_comes_in_without_signing_in() throws Exception {
    for (Route route : routes()) {
      if (!(rule(route).orElseThrow().whom() instanceof Routes.For.Anybody)) {
        HttpResponse<String> answer = get(route.path(), "");
        assertThat(answer.statusCode()).as(route.pattern()).isIn(302, 401, 403);
        if (answer.statusCode() == 302) {
          assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        }
      }
    }
  }

  @Test
  void a_redirect_does_not_lead_where_the_caller_says_the_host_is() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /my-day HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("302", "/sign-in")
          .doesNotContain("elsewhere.example");
    }
  }

  @Test
  void a_machine_opens_only_what_its_token_names() throws Exception {
    for (Routes.Rule rule : Routes.MACHINES) {
      if (rule.whom() instanceof Routes.For.Scope scope) {
        String other = scope.scope().equals("notices") ? "chronology" : "notices";
        HttpResponse<String> answer =
            send(
                "GET",
                rule.pattern().replace("/**", ""),
                "Authorization",
                "Bearer " + token(other),
                "");
        assertThat(answer.statusCode()).as(rule.pattern()).isEqualTo(403);
      }
    }
  }

  @Test
  void what_is_not_for_one_looks_like_what_is_not_there() throws Exception {
    String nurse = signIn(Role.NURSE);
    HttpResponse<String> notForNurses = get("/matching", nurse);
    HttpResponse<String> nowhere = get("/nowhere", nurse);
    assertThat(notForNurses.statusCode()).isEqualTo(nowhere.statusCode()).isEqualTo(404);
    assertThat(plain(notForNurses.body())).isEqualTo(plain(nowhere.body()));
  }

  @Test
  void a_wrong_password_and_a_wrong_name_are_one_answer() throws Exception {
    HttpResponse<String> wrongPassword = trySignIn("NURSE", "wrong");
    HttpResponse<String> wrongName = trySignIn("NOBDY", "wrong");
    assertThat(wrongPassword.statusCode()).isEqualTo(wrongName.statusCode()).isEqualTo(422);
    assertThat(plain(wrongPassword.body().replace("NURSE", "NOBDY")))
        .isEqualTo(plain(wrongName.body()));
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (RequestMappingInfo route : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      for (String pattern : route.getPatternValues()) {
        String method =
            route.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(Enum::name)
                .orElse("GET");
        routes.add(new Route(method, pattern));
      }
    }
    return routes;
  }

  private static Optional<Routes.Rule> rule(Route route) {
    boolean machine =
        route.pattern().startsWith("/api/")
            || route.pattern().startsWith("/cpis/")
            || route.pattern().equals("/oauth2/token");
    return (machine ? Routes.MACHINES : Routes.PEOPLE)
        .stream()
            .filter(rule ->
                PathPatternParser.defaultInstance
                    .parse(rule.pattern())
                    .matches(PathContainer.parsePath(route.path())))
            .findFirst();
  }

  /** The body without the token of its forms, which differs in each answer. */
  private static String plain(String body) {
    return CSRF.matcher(body).replaceAll("");
  }

  private String signIn(Role role) throws IOException, InterruptedException {
    HttpResponse<String> signedIn = trySignIn(role.name(), "right");
    assertThat(signedIn.statusCode()).as("sign-in of " + role).isEqualTo(302);
    return cookie(signedIn);
  }

  private HttpResponse<String> trySignIn(String user, String password)
      throws IOException, InterruptedException {
    HttpResponse<String> form = get("/sign-in", "");
    Matcher token = CSRF.matcher(form.body());
    assertThat(token.find()).isTrue();
    String body =
        "_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
            + "&user="
            + user
            + "&password="
            + password;
    return send("POST", "/sign-in", "Cookie", cookie(form), body);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith("closeknit="))
        .map(set -> set.split(";", 2)[0])
        .findFirst()
        .orElse("");
  }

  private String token(String scope) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder().encodeToString("system:right".getBytes(StandardCharsets.UTF_8));
    String body =
        send(
                "POST",
                "/oauth2/token",
                "Authorization",
                "Basic " + basic,
                "grant_type=client_credentials&scope=" + scope)
            .body();
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(body);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    return send("GET", path, "Cookie", cookie.isEmpty() ? "none=none" : cookie, "");
  }

  private HttpResponse<String> send(
      String method, String path, String header, String value, String form)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(header, value)
            .header("Accept", "text/html,application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(form));
    if (!form.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
