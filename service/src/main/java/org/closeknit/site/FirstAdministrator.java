package org.closeknit.site;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.closeknit.agency.Founding;
import org.closeknit.agency.Kind;
import org.closeknit.signin.Secret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one-time link with which the first administrator of an empty installation begins. */
@Component
class FirstAdministrator {
  private final JdbcClient jdbc;
  private final Founding founding;
  private final InstantSource clock;
  private final ServerProperties server;
  private final Environment environment;
  private final String address;
  private final boolean empty;

  FirstAdministrator(
      JdbcClient jdbc,
      Founding founding,
      InstantSource clock,
      ServerProperties server,
      Environment environment,
      @Value("${closeknit.address:}") String address,
      @Value("${closeknit.empty:false}") boolean empty) {
    this.server = server;
    this.address = address.strip().replaceAll("/+$", "");
    this.jdbc = jdbc;
    this.founding = founding;
    this.clock = clock;
    this.environment = environment;
    this.empty = empty;
  }

  /**
   * A link is printed at each start until somebody has begun; an earlier one then opens nothing.
   */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void printLink() {
    if (!empty || !founding.nobodyYet()) {
      return;
    }
    Secret token = Secret.fresh();
    jdbc.sql("delete from beginning_link").update();
    jdbc.sql("insert into beginning_link (hash, made_at) values (?, ?)")
        .params(token.hash(), Timestamp.from(clock.instant()))
        .update();
    // The answer of the command that started the service, not a log: it opens the installation.
    System.out.println(
        "The first administrator begins, once, at " + here() + "/begin/" + token.text());
  }

  private String here() {
    return address.isEmpty()
        ? (Ssl.isEnabled(server.getSsl()) ? "https" : "http")
            + "://127.0.0.1:"
            + environment.getProperty("local.server.port", "8080")
        : address;
  }

  boolean opens(String token) {
    return jdbc.sql("select exists (select from beginning_link where hash = ? and used_at is null)")
            .param(new Secret(token).hash())
            .query(Boolean.class)
            .single()
        && founding.nobodyYet();
  }

  /** Begins; false where the link has been used meanwhile. */
  @Transactional
  public boolean begin(String token, Kind kind, BeginningPage.Asked asked) {
    int first =
        jdbc.sql("update beginning_link set used_at = ? where hash = ? and used_at is null")
            .params(Timestamp.from(clock.instant()), new Secret(token).hash())
            .update();
    if (first == 0 || !founding.nobodyYet()) {
      return false;
    }
    founding.begin(
        asked.agency(),
        kind,
        asked.nation(),
        asked.name(),
        asked.user(),
        asked.password(),
        asked.phone());
    return true;
  }
}
