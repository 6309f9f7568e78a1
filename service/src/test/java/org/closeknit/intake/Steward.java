package org.closeknit.intake;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An agency's person with a browser that runs no script. */
public final class Steward {
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String here;

  private Steward(int port) {
    here = "http://127.0.0.1:" + port;
  }

  public record Shown(int status, String address, String body) {}

  public static Steward nobody() {
    return new Steward(0);
  }

  public static Steward signedIn(
      String agency, String role, JdbcClient jdbc, PasswordEncoder passwords, int port) {
    String user = agency + "-" + role.replace(' ', '-');
    jdbc.sql("delete from staff where username = ?").param(user).update();
    jdbc.sql(
            """
            insert into staff (id, username, agency_id, name, role, password_hash)
            values (?, ?, ?, 'Parveen Akhtar', ?, ?)
            """)
        .params(UUID.randomUUID(), user, agency, role, passwords.encode("a long enough secret"))
        .update();
    var steward = new Steward(port);
    String token = first(FIELD, steward.open("/sign-in").body());
    String form =
        "user="
            + user
            + "&password=a+long+enough+secret&code=&_csrf="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
    steward.exchange(
        steward
            .request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    return steward;
  }

  public Shown open(String path) {
    return exchange(request(path).GET());
  }

  /** Fills in the form as a browser sends it, the kind before the file. */
  public Shown upload(String kind, String fileName, String file) {
    return fillIn("/submissions", kind, fileName, file);
  }

  /** The same by the other button. */
  public Shown attempt(String kind, String file) {
    return fillIn("/submissions/trial", kind, "a.csv", file);
  }

  private Shown fillIn(String path, String kind, String fileName, String file) {
    String boundary = "----parts" + UUID.randomUUID();
    String kindPart =
        kind.isEmpty()
            ? ""
            : "--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n"
                .formatted(boundary, kind);
    String filePart =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, fileName, file, boundary);
    String tokenPart =
        "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
            .formatted(boundary, token());
    return exchange(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(tokenPart + kindPart + filePart)));
  }

  /** A body of one's own, with the token beside it. */
  public Shown upload(String contentType, String body) {
    return exchange(
        request("/submissions")
            .header("Content-Type", contentType)
            .header("X-CSRF-TOKEN", token())
            .POST(BodyPublishers.ofString(body)));
  }

  /** As the form has it. */
  String token() {
    return first(FIELD, open("/submissions").body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(here + path));
  }

  public Shown exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Shown(
          response.statusCode(),
          response.uri().toString().substring(here.length()),
          response.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String first(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    if (!matcher.find()) {
      throw new IllegalStateException("the page has no such form");
    }
    return matcher.group(1);
  }
}
