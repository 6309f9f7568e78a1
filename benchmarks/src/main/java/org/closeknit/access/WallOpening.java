package org.closeknit.access;

import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.closeknit.agency.Machine;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it takes to open the second wall for a child of six agencies, in a transaction of its own.
 */
public final class WallOpening {
  private final Wall wall;
  private final TransactionTemplate transaction;
  private final List<Permit> permits;

  public WallOpening(DataSource service) {
    wall = new Wall(JdbcClient.create(service));
    transaction = new TransactionTemplate(new JdbcTransactionManager(service));
    When when = DecisionBench.when();
    ChildRecords child = DecisionBench.child();
    var agency = when.net().agency(child.records().getFirst().keeper());
    var machine = new Machine("machine", agency.id(), Set.of());
    var asker = new Asker.System(machine, agency, Asker.OnBehalf.nobody());
    Who who = Who.of(agency, Purpose.CASEWORK, Relation.DUTY, Set.of());
    permits = List.of(new Permit(asker, child, who, when, Decide.of(who, child, when)));
  }

  /** Without what a transaction takes by itself. */
  public void time(int times, LongConsumer nanos) {
    for (int i = 0; i < times; i++) {
      transaction.executeWithoutResult(status -> {
        long start = System.nanoTime();
        wall.open(permits);
        nanos.accept(System.nanoTime() - start);
      });
    }
  }
}
