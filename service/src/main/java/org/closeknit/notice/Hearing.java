package org.closeknit.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
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

  /** That people may see something else than before: alone, or before the id of one of them. */
  static final String LOOK_AGAIN = "access";

  private static final int WAIT_MILLIS = 1_000;

  /** What comes close behind what was heard is told of together: many checks are one question. */
  private static final int GATHER_MILLIS = 100;

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
          if (said(postgres.getNotifications(WAIT_MILLIS))) {
            pause(GATHER_MILLIS);
          }
        }
        statement.execute("unlisten *");
      } catch (SQLException | RuntimeException lost) {
        if (running) {
          log.warn("Lost the line on which instances tell each other of notices; trying again");
          pause(WAIT_MILLIS);
        }
      }
    }
  }

  private boolean said(PGNotification[] heard) {
    Set<UUID> changed = new LinkedHashSet<>();
    for (PGNotification one : heard) {
      String words = one.getParameter();
      if (words.startsWith(END)) {
        live.end(new StaffId(UUID.fromString(words.substring(END.length()))));
      } else if (words.equals(LOOK_AGAIN)) {
        live.everybodyLooksAgain();
      } else if (words.startsWith(LOOK_AGAIN)) {
        live.looksAgain(new StaffId(UUID.fromString(words.substring(LOOK_AGAIN.length() + 1))));
      } else {
        changed.add(UUID.fromString(words));
      }
    }
    live.changed(changed);
    return !changed.isEmpty();
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
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
