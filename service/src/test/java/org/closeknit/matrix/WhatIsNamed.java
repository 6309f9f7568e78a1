package org.closeknit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.matrix.Said.Kind;
import org.closeknit.submission.SubmissionKind;
import org.junit.jupiter.api.Test;

/** What agencies can say of a child is planted, or it is said why not. */
class WhatIsNamed {
  /**
   * One of a few words, a yes or no, or until when something holds: it can be told from no other.
   */
  private static final Set<String> OF_A_FEW =
      Set.of(
          "kind",
          "nhs_number_verified",
          "sex",
          "address_from",
          "restricted",
          "died_on",
          "ended_on",
          "withdrawn_on",
          "status",
          "end_date",
          "delete_date",
          "from",
          "to",
          "handling",
          "date",
          "time",
          "date_certainty",
          "learned_on",
          "source_kind",
          "standing",
          "tone",
          "arrived",
          "setting",
          "planned",
          "kept",
          "injury",
          "left_before_seen",
          "ended",
          "relationship");

  /** Of an unborn child, whose record and plan are read by the same rules as any. */
  private static final Set<String> OF_THE_UNBORN =
      Set.of("expected_birth_date", "mother_local_id", "unborn_local_id");

  /** Whom a line is about: planted in the file of people. */
  private static final Set<String> WHOSE =
      Set.of("local_id", "nhs_number", "chi_number", "family_name", "given_names", "birth_date");

  @Test
  void a_column_that_the_matrix_does_not_know_is_a_fault() {
    for (SubmissionKind file : SubmissionKind.values()) {
      Kind kind = Kind.valueOf(file.name());
      Set<String> known =
          Stream.of(
                  OF_A_FEW.stream(),
                  OF_THE_UNBORN.stream(),
                  kind == Kind.PEOPLE ? Stream.<String>of() : WHOSE.stream(),
                  Arrays.stream(Field.values())
                      .filter(field -> field.kind() == kind)
                      .map(Field::column))
              .flatMap(columns -> columns)
              .collect(Collectors.toSet());
      Set<String> unknown =
          new TreeSet<>(file.columns().stream().map(column -> column.name()).toList());
      unknown.removeAll(known);
      assertThat(unknown).as(file.word()).isEmpty();
    }
  }

  @Test
  void the_oracle_is_no_longer_than_somebody_reads_in_one_go() throws java.io.IOException {
    List<String> lines =
        java.nio.file.Files.readAllLines(
            java.nio.file.Path.of("src/test/java/org/closeknit/matrix/Oracle.java"));
    assertThat(lines).hasSizeLessThanOrEqualTo(200);
    assertThat(lines.stream().filter(line -> line.startsWith("import org.closeknit")))
        .allMatch(line -> line.startsWith("import org.closeknit.matrix.Said."));
  }
}
