package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.closeknit.journeys.tables.Table;
import org.closeknit.journeys.tables.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Febrl4AsTwoAgencies {

  private static final String HEADER =
      "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,"
          + " date_of_birth, soc_sec_id\n";

  @TempDir Path folder;

  @BeforeEach
  void turned() throws IOException {
    Files.writeString(
        folder.resolve("dataset4a.csv"),
        HEADER
            + "rec-7-org, anna, holt, 8, mill street, hill end, carlow, 4223, nsw, 19151111, 53\n"
            + "rec-9-org, ben, karr, 12, bay circuit, , richton, 4560, vic, 19161214, 40\n");
    Files.writeString(
        folder.resolve("dataset4b.csv"),
        HEADER
            + "rec-9-dup-0, ben, , , bay circuit, , richton, 4560, vic, 19160230, 40\n"
            + "rec-7-dup-0, , holt, 8, mill street, , carlow, 4223, nsw, , 53\n");
    Febrl4.write(folder, folder.resolve("out"));
  }

  @Test
  void an_absent_family_name_reads_unknown() throws IOException {
    assertThat(read("hospital.people.csv").rows().getFirst().get("family_name"))
        .isEqualTo("unknown");
  }

  @Test
  void a_day_that_never_was_is_blank() throws IOException {
    assertThat(read("hospital.people.csv").rows()).allMatch(row -> row.get("birth_date").isEmpty());
    assertThat(read("council.people.csv").rows().getFirst().get("birth_date"))
        .isEqualTo("1915-11-11");
  }

  @Test
  void everybody_is_an_adult_whose_address_is_in_one_cell() throws IOException {
    Table.Row first = read("council.people.csv").rows().getFirst();
    assertThat(first.get("kind")).isEqualTo("adult");
    assertThat(first.get("address")).isEqualTo("8 mill street, hill end, carlow, nsw");
    assertThat(first.get("postcode")).isEqualTo("4223");
  }

  @Test
  void the_social_security_number_is_left_out() throws IOException {
    assertThat(read("council.people.csv").columns()).isEqualTo(Febrl4.COLUMNS);
    assertThat(Files.readString(folder.resolve("out/council.people.csv"))).doesNotContain(",53");
  }

  @Test
  void the_truth_pairs_the_two_agencies_own_numbers() throws IOException {
    assertThat(read("truth.csv").rows())
        .extracting(Table.Row::cells)
        .containsExactly(
            java.util.List.of("A-00001", "B-00002"), java.util.List.of("A-00002", "B-00001"));
  }

  @Test
  void a_folder_without_the_files_is_said_in_one_line() {
    assertThatThrownBy(() -> Febrl4.write(folder.resolve("nowhere"), folder))
        .isInstanceOf(CommandLine.Failed.class)
        .hasMessageContaining("dataset4a.csv");
  }

  private Table read(String name) throws IOException {
    return Tables.file(folder.resolve("out").resolve(name));
  }
}
