package org.closeknit.intake;

import java.util.Optional;
import java.util.function.Function;
import org.closeknit.person.AgencyId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets files in, a few at once, each in a transaction of its own. */
@Component
class Entrance {
  /** More at once would keep the connections from those who ask about a child. */
  private static final int AT_ONCE = 3;

  private static final int ATTEMPTS = 4;

  private final TransactionTemplate transaction;
  private final Turns turns = new Turns(AT_ONCE);

  Entrance(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  <T> T inTurn(AgencyId agency, Function<TransactionStatus, T> work) {
    return turns.take(agency, () -> again(work, ATTEMPTS));
  }

  /**
   * Two files of two agencies may meet in one person, and the database then lets one begin anew.
   */
  private <T> T again(Function<TransactionStatus, T> work, int attempts) {
    try {
      return Optional.ofNullable(transaction.execute(work::apply)).orElseThrow();
    } catch (ConcurrencyFailureException met) {
      if (attempts <= 1) {
        throw met;
      }
      return again(work, attempts - 1);
    }
  }
}
