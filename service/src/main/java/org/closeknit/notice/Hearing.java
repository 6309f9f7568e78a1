package org.closeknit.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.closeknit.agency.StaffId;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears, through the database, what any instance has committed about notices. */
@Component
class Hearing implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Hearing.class);

  /** Before the id of a person whose open pages are told no more. */
  static final String END = "end ";

  private static final int WAIT_MILLIS = 1_000;

  private final DataSource database;
  private final Live live;
  private volatile boolean running;

  Hearing(DataSource database, Live live) {
    this.database = database;
    this.live = live;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("hearing").start(this::hear);
  }

  private void hear() {
    while (running) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen closeknit_notice");
        live.everybody();
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
          PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
          for (PGNotification one : heard) {
            said(one.getParameter());
          }
        }
        statement.execute("unlisten *");
      } catch (SQLException | RuntimeException lost) {
        if (running) {
          log.warn("Lost the line on which instances tell each other of notices; trying again");
          pause();
        }
      }
    }
  }

  private void said(String words) {
    if (words.startsWith(END)) {
      live.end(new StaffId(UUID.fromString(words.substring(END.length()))));
    } else {
      live.changed(UUID.fromString(words));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
