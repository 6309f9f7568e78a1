package org.closeknit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealDatabase
@Import(Town.class)
class ASystemProvesItselfByAKey {
  private static final KeyPair OWN = pair("RSA", 2048);
  private static final KeyPair CURVE = pair("EC", 256);
  private static final KeyPair ANOTHER = pair("RSA", 2048);

  @Autowired Town.Families families;
  @Autowired SystemKeys keys;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private String client = "";
  private UUID key = new UUID(0, 0);

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @BeforeEach
  void a_hospitals_system_has_given_its_public_key() {
    clock.set(Town.NOW);
    families.jdbc().sql("truncate system_key, used_assertion, access_token").update();
    client = "system-" + UUID.randomUUID();
    families
        .jdbc()
        .sql(
            "insert into machine (client_id, secret_hash, agency_id, scopes) values (?, 'x', ?, ?)")
        .params(client, Town.FERNHILL.value(), new String[] {"notices"})
        .update();
    key = added(pem(OWN));
  }

  private UUID added(String pasted) {
    assertThat(keys.add(client, pasted)).isInstanceOf(Reading.Good.class);
    return keys.of(client).getLast().id();
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private String tokenAddress() {
    return "http://127.0.0.1:" + port + "/oauth2/token";
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(client)
        .subject(client)
        .audience(tokenAddress())
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(4))));
  }

  private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner by)
      throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
    jwt.sign(by);
    return jwt.serialize();
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(claims, JWSAlgorithm.RS512, new RSASSASigner(OWN.getPrivate()));
  }

  private HttpResponse<String> ask(String assertion) throws Exception {
    String form =
        "grant_type=client_credentials&client_assertion_type="
            + URLEncoder.encode(Assertions.TYPE, StandardCharsets.UTF_8)
            + "&client_assertion="
            + assertion;
    return http.send(
        HttpRequest.newBuilder(URI.create(tokenAddress()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int feed(HttpResponse<String> token) throws Exception {
    Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(token.body());
    assertThat(found.find()).as(token.body()).isTrue();
    return http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notices"))
                .header("Authorization", "Bearer " + found.group(1))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void it_gets_a_token_that_opens_what_it_may() throws Exception {
    assertThat(feed(ask(signed(claims())))).isEqualTo(200);
  }

  @Test
  void a_key_on_a_curve_is_as_good() throws Exception {
    added(pem(CURVE));
    assertThat(
            feed(
                ask(
                    signed(
                        claims(),
                        JWSAlgorithm.ES256,
                        new ECDSASigner((ECPrivateKey) CURVE.getPrivate())))))
        .isEqualTo(200);
  }

  @Test
  void an_assertion_counts_once() throws Exception {
    String assertion = signed(claims());
    assertThat(ask(assertion).statusCode()).isEqualTo(200);
    assertThat(ask(assertion).statusCode()).isEqualTo(401);
  }

  @Test
  void what_is_meant_for_another_or_another_time_counts_for_nothing() throws Exception {
    Instant now = clock.instant();
    for (JWTClaimsSet.Builder wrong :
        new JWTClaimsSet.Builder[] {
          claims().audience("https://elsewhere.example/oauth2/token"),
          claims().issuer("somebody-else"),
          claims().subject("somebody-else").issuer("somebody-else"),
          claims().jwtID(null),
          claims().expirationTime(null),
          claims().expirationTime(Date.from(now.minus(Duration.ofMinutes(2)))),
          claims().expirationTime(Date.from(now.plus(Duration.ofHours(1)))),
          claims().notBeforeTime(Date.from(now.plus(Duration.ofMinutes(3))))
        }) {
      assertThat(ask(signed(wrong)).statusCode()).as(wrong.build().toString()).isEqualTo(401);
    }
  }

  @Test
  void a_signature_by_another_key_by_nobody_or_by_the_public_key_counts_for_nothing()
      throws Exception {
    String another = signed(claims(), JWSAlgorithm.RS512, new RSASSASigner(ANOTHER.getPrivate()));
    String nobody = new PlainJWT(claims().build()).serialize();
    String publicKeyAsSecret =
        signed(
            claims(), JWSAlgorithm.HS256, new MACSigner(pem(OWN).getBytes(StandardCharsets.UTF_8)));
    for (String wrong : new String[] {another, nobody, publicKeyAsSecret, "", "a.b.c"}) {
      assertThat(ask(wrong).statusCode()).isEqualTo(401);
      assertThat(ask(wrong).body()).contains("invalid_client");
    }
  }

  @Test
  void when_the_key_is_ended_its_tokens_end_with_it() throws Exception {
    HttpResponse<String> token = ask(signed(claims()));
    assertThat(feed(token)).isEqualTo(200);

    assertThat(keys.end(client, key)).isTrue();

    assertThat(feed(token)).isEqualTo(401);
    assertThat(ask(signed(claims())).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a key",
        "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
      })
  void what_is_no_public_key_is_refused_in_words(String pasted) {
    assertThat(keys.add(client, pasted).toString()).matches("Bad\\[\\w+=(Paste|This is) .*");
  }

  @Test
  void a_weak_key_and_one_that_another_system_has_are_refused() {
    assertThat(keys.add(client, pem(pair("RSA", 1024))))
        .isEqualTo(new Reading.Bad<>("This key is too short: make one of at least 2,048 bits"));
    assertThat(keys.add(client, pem(OWN)))
        .isEqualTo(new Reading.Bad<>("A system has this already: each needs one of its own"));
  }
}
