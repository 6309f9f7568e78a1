package org.closeknit.signin;

import org.closeknit.agency.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes from somebody what signing in opened, at every instance, when the transaction ends. */
@Component
public class SignOuts {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  SignOuts(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Signs somebody out everywhere: who has left, or has another role now. */
  @Transactional
  public void end(StaffId person) {
    jdbc.sql("delete from spring_session where principal_name = ?")
        .param(person.toString())
        .update();
    closePages(person);
  }

  /** Nothing more reaches the pages that are open; the sessions stay. */
  void closePages(StaffId person) {
    events.publishEvent(new SignedOut(person));
  }
}
