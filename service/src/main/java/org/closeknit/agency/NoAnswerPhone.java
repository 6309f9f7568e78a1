package org.closeknit.agency;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom to call when no check can be answered. Kept in memory, since it is said when there is no
 * database; the setting {@code closeknit.no-answer-phone} goes before what administrators say.
 */
@Component
public class NoAnswerPhone {
  private static final Logger LOG = LoggerFactory.getLogger(NoAnswerPhone.class);
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()-]{1,30}[0-9]");

  private final JdbcClient jdbc;
  private final String setting;
  private volatile String known = "";
  private volatile boolean looked;

  NoAnswerPhone(JdbcClient jdbc, @Value("${closeknit.no-answer-phone:}") String setting) {
    this.jdbc = jdbc;
    this.setting = setting.strip();
  }

  /** Blank where nobody has said one. */
  public String number() {
    if (!setting.isEmpty()) {
      return setting;
    }
    if (!looked) {
      look();
    }
    return known;
  }

  /** Whether it is the setting's, and so not for administrators to change. */
  public boolean isSet() {
    return !setting.isEmpty();
  }

  public static boolean isOne(String said) {
    return NUMBER.matcher(said).matches();
  }

  @Transactional
  public void say(String number) {
    if (!isOne(number)) {
      throw new IllegalArgumentException("no phone number");
    }
    jdbc.sql("update installation set no_answer_phone = ?").param(number).update();
    known = number;
  }

  /** What another instance was told is known here within half a minute. */
  @Scheduled(initialDelay = 0, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      known =
          jdbc.sql("select no_answer_phone from installation")
              .query(String.class)
              .optional()
              .orElse("");
      looked = true;
    } catch (DataAccessException away) {
      LOG.debug("What was known stays");
    }
  }
}
