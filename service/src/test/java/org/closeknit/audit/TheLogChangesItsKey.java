package org.closeknit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In a context of its own, whose own sequencer signs no more once the key has changed. */
@SpringBootTest(properties = "closeknit.audit.keep-years=3")
@RealDatabase
@Import(Town.class)
class TheLogChangesItsKey {
  @Autowired Audit audit;
  @Autowired Sequencer sequencer;
  @Autowired Ledger ledger;
  @Autowired LogTree tree;
  @Autowired LogKeys old;
  @Autowired JdbcClient jdbc;
  @Autowired Town.Families families;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @Value("${closeknit.data}")
  Path data;

  @TempDir Path folder;

  private void look(Sequencer with) {
    Asker.Worker worker = families.worker(FERNHILL, "Tomasz", "nurse");
    transaction.executeWithoutResult(unused ->
        audit.write(
            new Entry(
                worker,
                "opened a child",
                "casework",
                "allowed",
                Optional.empty(),
                List.of(),
                false,
                "")));
    while (families.count("select count(*) from audit_entry where place is null") > 0) {
      transaction.executeWithoutResult(unused -> with.placeWhatWaits());
    }
  }

  private LogKeys keys(Path key, String before) throws IOException {
    return new LogKeys(jdbc, families.clock(), key.toString(), before, "");
  }

  @Test
  void without_a_gap() throws Exception {
    look(sequencer);
    String first = old.signing().current().verifier().toString();
    Path next = folder.resolve("next.key");
    LogKeys both = keys(next, data.resolve("ledger.key").toString());
    clock.passes(Duration.ofHours(1));
    assertThat(both.maySign()).isTrue();
    look(new Sequencer(jdbc, families.clock(), both, tree));
    look(new Sequencer(jdbc, families.clock(), keys(next, ""), tree));

    assertThat(old.maySign()).isFalse();
    assertThat(both.verifiers()).extracting(Object::toString).hasSize(2).startsWith(first);
    assertThat(Inspector.finds(0, taken(), "--key", first)).contains("Intact");
    assertThat(Inspector.finds(1, taken(), "--key", both.verifiers().getLast().toString()))
        .contains("signature");
  }

  private String taken() throws IOException {
    Path zip = folder.resolve("log.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      ledger.export(FERNHILL, out);
    }
    return zip.toString();
  }
}
