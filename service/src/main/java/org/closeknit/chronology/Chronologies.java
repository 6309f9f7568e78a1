package org.closeknit.chronology;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened in children's lives, from all sources. */
@Component
public class Chronologies {
  private final EventTaking taking;

  Chronologies(EventTaking taking) {
    this.taking = taking;
  }

  /**
   * Takes in what an agency says happened; the same event again replaces what was said before,
   * which is kept.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(List<NewEvent> events) {
    taking.take(events);
  }
}
