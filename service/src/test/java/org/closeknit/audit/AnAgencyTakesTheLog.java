package org.closeknit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.closeknit.house.Town.NORTHMERE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.ledger.Hash;
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
class AnAgencyTakesTheLog {
  @Autowired Audit audit;
  @Autowired Ledger ledger;
  @Autowired Sequencer sequencer;
  @Autowired Town.Families families;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @TempDir Path folder;

  final ChildId child = new ChildId(UUID.randomUUID());

  @BeforeEach
  void two_agencies_did_something_in_each_of_three_hours() {
    clock.set(Town.NOW);
    for (int hour = 0; hour < 3; hour++) {
      for (AgencyId agency : List.of(NORTHMERE, FERNHILL)) {
        write(agency, agency.equals(FERNHILL) ? "Tomasz" : "Joanna");
        place();
        clock.passes(Duration.ofMinutes(1));
      }
      // After the last no hour passes: the log would be signed anew between two takings.
      clock.passes(hour < 2 ? Duration.ofHours(1) : Duration.ZERO);
    }
  }

  @Test
  void its_own_part_stands_in_words_and_the_others_by_its_hash_alone() throws IOException {
    assertThat(part(taken(FERNHILL), "entries.txt")).contains("Tomasz").doesNotContain("Joanna");
    assertThat(part(taken(NORTHMERE), "entries.txt")).contains("Joanna").doesNotContain("Tomasz");
  }

  @Test
  void both_verify_the_whole_of_it_against_the_same_checkpoints() throws Exception {
    long all = families.count("select count(*) from audit_leaf");
    long own = families.count("select count(*) from audit_entry where agency_id = 'st-brides'");
    Path nobodys = taken(Town.ST_BRIDES);
    assertThat(verified(nobodys))
        .contains(
            "%,d entries were read".formatted(own),
            "%,d more stand in it by their hash alone".formatted(all - own),
            "Intact");
    assertThat(verified(taken(FERNHILL))).contains("Intact");
    assertThat(part(nobodys, "checkpoints.txt"))
        .isEqualTo(part(taken(FERNHILL), "checkpoints.txt"));
  }

  @Test
  void one_checkpoint_of_an_hour_goes_with_it_and_perhaps_one_with_a_witness_s_word()
      throws IOException {
    long hours =
        families.count("select count(distinct date_trunc('hour', at)) from audit_checkpoint");
    assertThat(families.count("select count(*) from audit_checkpoint")).isGreaterThan(hours);
    assertThat(part(taken(FERNHILL), "checkpoints.txt").split("closeknit/audit\n", -1))
        .hasSizeBetween((int) hours + 1, 2 * (int) hours + 1);
  }

  @Test
  void whom_it_was_about_is_proven_by_what_the_installation_keeps() throws IOException {
    assertThat(part(taken(FERNHILL), "entries.txt"))
        .doesNotContain(child.toString(), "allowed: secretly");
    List<String> about =
        families
            .jdbc()
            .sql(
                """
                select child_part from audit_entry where child_id = ? and agency_id = ?
                union all
                select about from audit_entry where child_id = ? and agency_id = ?
                """)
            .params(child.value(), FERNHILL.value(), child.value(), FERNHILL.value())
            .query(String.class)
            .list();
    assertThat(about)
        .hasSize(6)
        .allSatisfy(one -> {
          assertThat(one).containsAnyOf(child.toString(), "allowed: secretly");
          assertThat(part(taken(FERNHILL), "entries.txt"))
              .contains(Hash.ofLeaf(one.getBytes(StandardCharsets.UTF_8)).toString());
        });
  }

  /** Whoever of the two places it: the sequencer has a schedule of its own. */
  private void place() {
    while (families.count("select count(*) from audit_entry where place is null") > 0) {
      sequencer.placeWhatWaits();
    }
  }

  private void write(AgencyId agency, String name) {
    transaction.executeWithoutResult(unused ->
        audit.write(
            new Entry(
                families.worker(agency, name, "nurse"),
                "opened a child",
                "casework",
                "allowed: secretly",
                Optional.of(child),
                List.of(),
                false,
                "")));
  }

  private Path taken(AgencyId agency) throws IOException {
    Path zip = folder.resolve(agency.value() + ".zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      ledger.export(agency, out);
    }
    return zip;
  }

  private static String part(Path zip, String name) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      return Files.readString(files.getPath(name));
    }
  }

  private static String verified(Path zip) throws Exception {
    return Inspector.finds(0, zip.toString());
  }
}
