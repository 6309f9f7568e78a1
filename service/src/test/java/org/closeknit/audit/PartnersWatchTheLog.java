package org.closeknit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.EASTHOLM;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.ledger.LookProof;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@RealDatabase
@Import(Town.class)
class PartnersWatchTheLog {
  @Autowired Audit audit;
  @Autowired Ledger ledger;
  @Autowired LogKeys keys;
  @Autowired Sequencer sequencer;
  @Autowired Witnesses witnesses;
  @Autowired Erasures erasures;
  @Autowired Town.Families families;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @TempDir Path folder;

  final ChildId child = new ChildId(UUID.randomUUID());

  @BeforeEach
  void somebody_looked() {
    clock.set(Town.NOW);
    look(FERNHILL, "Tomasz");
  }

  private Asker.Worker look(AgencyId agency, String name) {
    Asker.Worker worker = families.worker(agency, name, "nurse");
    transaction.executeWithoutResult(unused ->
        audit.write(
            new Entry(
                worker,
                "opened a child",
                "casework",
                "allowed",
                Optional.of(child),
                List.of(),
                false,
                "")));
    place();
    return worker;
  }

  private void place() {
    while (families.count("select count(*) from audit_entry where place is null") > 0) {
      sequencer.placeWhatWaits();
    }
  }

  private String key() {
    return keys.verifiers().getFirst().toString();
  }

  private Partner partner() throws IOException {
    return Partner.watches(key(), folder.resolve("witness"));
  }

  private String verified(int code, String... words) throws Exception {
    Path zip = folder.resolve("log.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      ledger.export(FERNHILL, out);
    }
    return Inspector.finds(
        code,
        java.util.stream.Stream.concat(
                List.of(zip.toString(), "--key", key()).stream(), List.of(words).stream())
            .toArray(String[]::new));
  }

  private Seal.Witness state(Partner partner) {
    return ledger.seal().witnesses().stream()
        .filter(one -> one.key().equals(partner.watcher().key().toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void and_each_checkpoint_goes_with_their_word() throws Exception {
    try (Partner partner = partner()) {
      for (int i = 0; i < 3; i++) {
        look(FERNHILL, "Tomasz");
        witnesses.tell(partner.watcher());
      }
      assertThat(state(partner).size()).isEqualTo(size());
      assertThat(verified(0, "--witness", partner.watcher().key().toString()))
          .contains("saw this log with", "Intact");
    }
  }

  @Test
  void and_find_a_log_that_was_written_anew_with_its_tree_and_its_signatures() throws Exception {
    Asker.Worker officer = families.worker(EASTHOLM, "Olive", "information governance officer");
    try (Partner partner = partner()) {
      witnesses.tell(partner.watcher());
      transaction.executeWithoutResult(unused -> writeAnew());
      place();
      look(FERNHILL, "Tomasz");
      assertThat(verified(0)).contains("Intact");

      witnesses.tell(partner.watcher());
      witnesses.tell(partner.watcher());
      assertThat(state(partner).contradiction()).contains("does not continue what it saw");
      assertThat(ledger.seal().contradicting()).isNotEmpty();
      assertThat(told(officer)).isEqualTo(1);
      assertThat(verified(1, "--witness", partner.watcher().key().toString()))
          .contains("NOT WITNESSED");
    }
  }

  private void writeAnew() {
    var jdbc = families.jdbc();
    jdbc.sql("delete from audit_cosignature").update();
    jdbc.sql("delete from audit_checkpoint").update();
    jdbc.sql("delete from audit_leaf").update();
    jdbc.sql("delete from audit_subtree").update();
    jdbc.sql(
            """
            update audit_entry
               set place = null, body = replace(body, 'casework', 'oversight')
            """)
        .update();
  }

  private long told(Asker.Worker officer) {
    return families.count(
        """
        select sum(count) from notice join notice_recipient on notice_id = id
         where staff_id = ?::uuid and key like 'contradicted log%'
        """,
        officer.actor());
  }

  @Test
  void and_find_a_log_that_was_cut_back() throws Exception {
    try (Partner partner = partner()) {
      look(FERNHILL, "Ngozi");
      witnesses.tell(partner.watcher());
      long last = size() - 1;
      transaction.executeWithoutResult(unused -> cutBackTo(last));
      witnesses.tell(partner.watcher());
      assertThat(state(partner).contradiction()).contains("it saw", "and here there are");
      families.jdbc().sql("update audit_entry set place = null where place < 0").update();
      place();
    }
  }

  private void cutBackTo(long size) {
    var jdbc = families.jdbc();
    jdbc.sql("delete from audit_cosignature").update();
    jdbc.sql("delete from audit_checkpoint where size > ?").param(size).update();
    jdbc.sql("delete from audit_leaf where place >= ?").param(size).update();
    jdbc.sql("update audit_entry set place = -id where place >= ?").param(size).update();
  }

  @Test
  void and_one_that_is_away_holds_up_nothing_and_is_told_later() throws Exception {
    try (Partner partner = partner()) {
      Watcher away = new Watcher(partner.watcher().key(), URI.create("http://127.0.0.1:1/"));
      witnesses.tell(away);
      assertThat(state(partner).trouble()).isEqualTo("it cannot be reached");
      look(FERNHILL, "Tomasz");
      witnesses.tell(partner.watcher());
      assertThat(state(partner).trouble()).isEmpty();
      assertThat(state(partner).size()).isEqualTo(size());
    }
  }

  @Test
  void and_a_word_that_is_not_theirs_is_not_kept() throws Exception {
    try (Partner partner = partner();
        Partner another = Partner.watches(key(), folder.resolve("another"))) {
      witnesses.tell(new Watcher(partner.watcher().key(), another.watcher().address()));
      assertThat(state(partner).trouble()).isEqualTo("its signature does not hold");
    }
  }

  @Test
  void and_a_silent_log_is_signed_each_hour() {
    long before = checkpoints();
    clock.passes(Duration.ofMinutes(59));
    sequencer.placeWhatWaits();
    assertThat(checkpoints()).isEqualTo(before);
    clock.passes(Duration.ofMinutes(1));
    // Whoever of the two signs it: the sequencer has a schedule of its own.
    for (int i = 0; i < 1_000 && checkpoints() == before; i++) {
      sequencer.placeWhatWaits();
    }
    sequencer.placeWhatWaits();
    assertThat(checkpoints()).isEqualTo(before + 1);
  }

  private long checkpoints() {
    return families.count("select count(*) from audit_checkpoint");
  }

  private long size() {
    return families.count("select max(size) from audit_checkpoint");
  }

  @Test
  void and_one_look_is_proven_with_the_server_switched_off() throws Exception {
    try (Partner partner = partner()) {
      witnesses.tell(partner.watcher());
      long entry =
          families.count(
              "select max(id) from audit_entry where agency_id = ? and child_id = ?",
              FERNHILL.value(),
              child.value());
      assertThat(ledger.proof(NORTHMERE, entry)).isEmpty();
      LookProof proof = ledger.proof(FERNHILL, entry).orElseThrow();
      Path file = Files.writeString(folder.resolve("look.tlog-proof"), proof.text());
      assertThat(
              Inspector.finds(
                  0,
                  "--proof",
                  file.toString(),
                  "--key",
                  key(),
                  "--witness",
                  partner.watcher().key().toString()))
          .contains("Tomasz", "opened a child", child.toString(), "Proven.");
      Files.writeString(file, proof.text().replace("index ", "index 1"));
      assertThat(Inspector.finds(1, "--proof", file.toString(), "--key", key()))
          .contains("NOT PROVEN");
    }
  }

  @Test
  void and_what_tells_of_a_person_is_erased_by_two_and_the_tree_stands() throws Exception {
    Asker.Worker worker = look(FERNHILL, "Wilhelmina");
    Asker.Worker one = families.worker(FERNHILL, "One", "information governance officer");
    Asker.Worker two = families.worker(FERNHILL, "Two", "information governance officer");
    assertThat(asked(one, two, new Erasure.Of.Actor(worker.actor())))
        .isEqualTo(new Erasures.Agreed.Erased(0));
    clock.passes(Duration.ofDays(9 * 366));
    assertThat(asked(one, one, new Erasure.Of.Actor(worker.actor())))
        .isEqualTo(new Erasures.Agreed.NotAlone());
    assertThat(asked(one, two, new Erasure.Of.Actor(worker.actor())))
        .isEqualTo(new Erasures.Agreed.Erased(1));
    assertThat(asked(one, two, new Erasure.Of.Child(child)))
        .isEqualTo(new Erasures.Agreed.Erased(2));
    place();
    assertThat(verified(0)).contains("were erased in part", "Intact");
    assertThat(
            families.count(
                """
                select count(*) from audit_entry
                 where concat(actor, actor_name, who_part, child_part, about, body, child_id)
                       similar to '%(Wilhelmina|' || ? || '|' || ? || ')%'
                """,
                worker.actor(), child.toString()))
        .isZero();
  }

  private Erasures.Agreed asked(Asker.Worker asks, Asker.Worker agrees, Erasure.Of of) {
    clock.passes(Duration.ofMinutes(1));
    return Objects.requireNonNull(
        transaction.execute(unused -> {
          erasures.ask(asks, of, "article 17");
          UUID id = erasures.of(FERNHILL).getFirst().id();
          return erasures.agree(agrees, id);
        }));
  }
}
