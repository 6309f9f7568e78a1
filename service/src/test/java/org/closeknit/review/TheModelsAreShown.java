package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.closeknit.house.Visitor;
import org.closeknit.intake.OverTheWire;
import org.closeknit.intake.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@OverTheWire
class TheModelsAreShown {
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @LocalServerPort int port;

  private Visitor steward = new Visitor(0);

  @BeforeEach
  void aStewardSignsIn() {
    String agency = "council-" + UUID.randomUUID();
    Sender.of(agency, "council", "england", jdbc, port);
    jdbc.sql(
            """
            insert into staff (id, username, agency_id, name, role, password_hash)
            values (gen_random_uuid(), :user, :agency, 'A', 'data steward', :password)
            """)
        .param("user", agency)
        .param("agency", agency)
        .param("password", passwords.encode("right"))
        .update();
    steward = new Visitor(port);
    assertThat(steward.signIn(agency, "right", "").status()).isEqualTo(302);
  }

  @Test
  void the_one_in_force_stands_first_and_the_shipped_one_is_named() {
    assertThat(steward.get("/matching/models").body())
        .contains("Records are weighed by", "the one that comes with the engine");
  }

  @Test
  void where_there_is_too_little_to_learn_from_nothing_is_taught() {
    steward.get("/matching/models");
    Visitor.Shown refused = teach("Spring", "A school joined");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("it takes 1,000 records", "value=\"Spring\"");
  }

  @Test
  void a_version_needs_a_name_and_a_reason() {
    steward.get("/matching/models");
    assertThat(teach("", "").body())
        .contains("Enter a name of up to 60 letters", "Say why, in a line");
  }

  private Visitor.Shown teach(String name, String why) {
    return steward.post("/matching/models", Map.of("name", name, "why", why));
  }
}
