package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.closeknit.RealDatabase;
import org.closeknit.house.Town;
import org.closeknit.person.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Over real TLS, with certificates made by the JDK's keytool. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.ssl.client-auth=want")
@RealDatabase
@Import(Town.class)
class ASystemShowsACertificate {
  private static final String SECRET = "changeit";
  private static final Path FOLDER = folder();
  private static final Path SERVICE = keys("service");
  private static final Path HOSPITAL = keys("hospital");
  private static final Path STRANGER = keys("stranger");

  @Autowired Town.Families families;
  @Autowired SystemKeys keys;
  @LocalServerPort int port;

  private String client = "";

  @DynamicPropertySource
  static void tls(DynamicPropertyRegistry settings) {
    settings.add("server.ssl.key-store", () -> "file:" + SERVICE);
    settings.add("server.ssl.key-store-password", () -> SECRET);
    settings.add("server.ssl.trust-store", () -> "file:" + trusting(HOSPITAL, STRANGER));
    settings.add("server.ssl.trust-store-password", () -> SECRET);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("certificates");
    } catch (IOException noRoom) {
      throw new IllegalStateException(noRoom);
    }
  }

  private static Path keys(String name) {
    Path store = FOLDER.resolve(name + ".p12");
    keytool(
        List.of(
            "-genkeypair",
            "-keystore",
            store.toString(),
            "-storepass",
            SECRET,
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=ip:127.0.0.1"));
    return store;
  }

  private static Path trusting(Path... others) {
    Path store = FOLDER.resolve("trusted-" + UUID.randomUUID() + ".p12");
    for (Path other : others) {
      Path certificate = FOLDER.resolve(UUID.randomUUID() + ".pem");
      String name = other.getFileName().toString().replace(".p12", "");
      keytool(
          List.of(
              "-exportcert",
              "-rfc",
              "-keystore",
              other.toString(),
              "-storepass",
              SECRET,
              "-alias",
              name,
              "-file",
              certificate.toString()));
      keytool(
          List.of(
              "-importcert",
              "-noprompt",
              "-keystore",
              store.toString(),
              "-storepass",
              SECRET,
              "-alias",
              name,
              "-file",
              certificate.toString()));
    }
    return store;
  }

  private static void keytool(List<String> words) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(words);
    try {
      int result = new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
      assertThat(result).as(words.getFirst()).isZero();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @BeforeEach
  void a_hospitals_system_has_given_its_certificate() throws Exception {
    families.jdbc().sql("truncate system_key, access_token").update();
    client = "system-" + UUID.randomUUID();
    families
        .jdbc()
        .sql(
            "insert into machine (client_id, secret_hash, agency_id, scopes) values (?, 'x', ?, ?)")
        .params(client, Town.FERNHILL.value(), new String[] {"notices"})
        .update();
    assertThat(keys.add(client, pem(HOSPITAL, "hospital"))).isInstanceOf(Reading.Good.class);
  }

  private static KeyStore open(Path store) throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(store)) {
      opened.load(bytes, SECRET.toCharArray());
    }
    return opened;
  }

  private static String pem(Path store, String name) throws IOException, GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(open(store).getCertificate(name).getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static HttpClient showing(Path... own) throws IOException, GeneralSecurityException {
    var mine = KeyManagerFactory.getInstance("PKIX");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    mine.init(own.length == 0 ? store : open(own[0]), SECRET.toCharArray());
    var theirs = TrustManagerFactory.getInstance("PKIX");
    theirs.init(open(trusting(SERVICE)));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private HttpResponse<String> ask(HttpClient http) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=" + client))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int feed(HttpClient http, String token) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/notices"))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String token(HttpResponse<String> answer) {
    Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return found.group(1);
  }

  @Test
  void its_token_is_good_in_a_connection_with_that_certificate_alone() throws Exception {
    HttpClient hospital = showing(HOSPITAL);
    String token = token(ask(hospital));

    assertThat(feed(hospital, token)).isEqualTo(200);
    assertThat(feed(showing(STRANGER), token)).as("another certificate").isEqualTo(401);
    assertThat(feed(showing(), token)).as("no certificate").isEqualTo(401);
  }

  @Test
  void whoever_shows_another_certificate_or_none_gets_no_token() throws Exception {
    assertThat(ask(showing(STRANGER)).statusCode()).isEqualTo(401);
    assertThat(ask(showing()).statusCode()).isEqualTo(401);
  }

  @Test
  void a_certificate_that_is_revoked_opens_nothing_at_once() throws Exception {
    HttpClient hospital = showing(HOSPITAL);
    String token = token(ask(hospital));

    keys.end(client, keys.of(client).getFirst().id());

    assertThat(feed(hospital, token)).isEqualTo(401);
    assertThat(ask(hospital).statusCode()).isEqualTo(401);
  }
}
