package org.closeknit.notice;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Steps the escalations in production; tests step {@link Notices#escalateDue()} themselves. */
@Component
class Escalations {
  private final Notices notices;

  Escalations(Notices notices) {
    this.notices = notices;
  }

  @Scheduled(fixedDelay = 5_000)
  void step() {
    int unused = notices.escalateDue();
  }
}
