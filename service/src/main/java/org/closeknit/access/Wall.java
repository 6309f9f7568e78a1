package org.closeknit.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The second wall: the database itself shows a transaction no more than its permits open, and what
 * an agency keeps itself to whoever says that they are at work on that (row-level security, see
 * V151). Whoever forgets to ask sees no row.
 */
@Component
public class Wall {
  private static final Set<Item> HANDLED = EnumSet.of(Item.EVENTS, Item.VISITS, Item.RELATIONSHIPS);

  private final JdbcClient jdbc;

  Wall(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends; only {@link Access} does so, as it gives the permits. */
  @Transactional(propagation = Propagation.MANDATORY)
  void open(Collection<Permit> permits) {
    Map<String, Set<String>> gates = new TreeMap<>();
    for (Permit permit : permits) {
      add(gates, Item.STATUSES.word(), permit.records(Item.STATUSES));
      for (Item item : HANDLED) {
        for (Handling handling : Handling.values()) {
          add(gates, gate(item, handling), opened(permit, item, handling));
        }
      }
    }
    if (!gates.isEmpty()) {
      open(gates);
    }
  }

  private static void add(Map<String, Set<String>> gates, String gate, List<RecordId> records) {
    for (RecordId record : records) {
      gates.computeIfAbsent(gate, unused -> new TreeSet<>()).add(record.toString());
    }
  }

  private static String gate(Item item, Handling handling) {
    return item.word() + "_" + handling.name().toLowerCase(Locale.ROOT);
  }

  private static List<RecordId> opened(Permit permit, Item item, Handling handling) {
    return permit.records(item).stream()
        .filter(record -> permit.opens(item, record, handling))
        .toList();
  }

  private void open(Map<String, Set<String>> gates) {
    jdbc.sql(
            """
            select set_config(gate, (coalesce(nullif(current_setting(gate, true), '')::uuid[], '{}')
                                     || records::uuid[])::text, true)
              from unnest(:gates::text[], :records::text[]) as o (gate, records)
            """)
        .param(
            "gates", gates.keySet().stream().map("closeknit.open_"::concat).toArray(String[]::new))
        .param(
            "records",
            gates.values().stream()
                .map(records -> "{" + String.join(",", records) + "}")
                .toArray(String[]::new))
        .query(row -> {});
  }

  /**
   * Until the transaction ends it sees and writes what one agency keeps of a kind: to take in what
   * the agency says, and for what is shown to it of its own. Never to show it to another.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Gate gate, AgencyId agency) {
    if (Gates.ofThisTransaction(this).open.add(gate + " " + agency.value())) {
      jdbc.sql(
              """
              select set_config(:gate, (coalesce(nullif(current_setting(:gate, true), '')::text[], '{}')
                                        || :agency::text)::text, true)
              """)
          .param("gate", gate.setting())
          .param("agency", agency.value())
          .query(row -> {});
    }
  }

  /** What this transaction has said already: a long file says it once. */
  private static final class Gates implements TransactionSynchronization {
    private final Set<String> open = new HashSet<>();
    private final Wall wall;

    private Gates(Wall wall) {
      this.wall = wall;
    }

    static Gates ofThisTransaction(Wall wall) {
      if (TransactionSynchronizationManager.getResource(wall) instanceof Gates known) {
        return known;
      }
      var gates = new Gates(wall);
      gates.resume();
      TransactionSynchronizationManager.registerSynchronization(gates);
      return gates;
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(wall, this);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(wall);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(wall);
    }
  }
}
