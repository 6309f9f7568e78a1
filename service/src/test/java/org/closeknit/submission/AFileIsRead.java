package org.closeknit.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AFileIsRead {
  private static final Rules RULES = new Rules(LocalDate.of(2026, 11, 23), true, true);

  @Test
  void columns_may_stand_in_any_order() {
    assertThatCode(() -> read("family_name,local_id,kind\nTestcase,C-1,child\n"))
        .doesNotThrowAnyException();
  }

  @Test
  void an_unknown_column_is_refused_by_name_with_the_one_that_was_meant() {
    UnreadableFile refused = refused("local_id,kind,forename,family_name\n");

    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.rule())
        .isEqualTo("it has a column that we do not know: forename. Did you mean given_names?");
  }

  @Test
  void a_misspelt_column_is_recognised() {
    assertThat(refused("local_id,kind,family_nmae\n").rule()).endsWith("Did you mean family_name?");
    assertThat(refused("local_id,kind,forname\n").rule()).endsWith("Did you mean given_names?");
  }

  @Test
  void a_missing_column_is_named() {
    assertThat(refused("local_id,kind\nC-1,child\n").rule())
        .isEqualTo("the column family_name is missing");
  }

  @Test
  void a_column_that_is_there_twice_is_named() {
    assertThat(refused("local_id,kind,family_name,kind\n").rule())
        .isEqualTo("the column kind is there twice");
  }

  @Test
  void a_first_line_that_is_no_header_is_not_repeated() {
    assertThat(refused("C-1,child,Testcase\n").rule())
        .isEqualTo("this is no header line: none of its cells is a column of people");
  }

  @Test
  void a_header_in_capitals_is_refused_by_the_name_of_its_column() {
    assertThat(refused("Local_ID,Kind,Family_Name\n").rule())
        .isEqualTo("it has a column that we do not know: Local_ID. Did you mean local_id?");
  }

  @Test
  void cells_that_are_not_divided_by_commas_are_named_as_what_they_are() {
    assertThat(refused("local_id;kind;family_name\nC-1;child;Testcase\n").rule())
        .isEqualTo("its cells are divided by ; and not by commas");
    assertThat(refused("local_id\tkind\tfamily_name\n").rule())
        .isEqualTo("its cells are divided by tabs and not by commas");
    assertThat(refused("Okonkwo; Amara\n").rule()).startsWith("this is no header line");
  }

  @Test
  void a_header_of_countless_cells_is_line_1() {
    assertThat(refused("local_id" + ",x".repeat(1_000_000) + "\n").line()).isEqualTo(1);
  }

  @Test
  void a_cell_without_an_end_may_be_one_too_long() {
    UnreadableFile refused =
        refused("local_id,kind,family_name\nC-1,child," + "a".repeat(5_000_000) + "\n");

    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.rule()).startsWith("a cell is far too long, or a quotation mark");
  }

  @Test
  void an_empty_file_has_no_header() {
    assertThat(refused("").rule()).isEqualTo("the file is empty: it has no header line");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_with_their_line() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "local_id,kind,family_name\nC-1,child,Testcase\nC-2,child,M"
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xfc});
    bytes.writeBytes("ller\n".getBytes(StandardCharsets.UTF_8));

    UnreadableFile refused = refused(bytes.toByteArray());

    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.rule()).isEqualTo("the bytes are not UTF-8");
  }

  @Test
  void a_character_that_is_cut_off_at_the_end_is_refused() {
    byte[] whole = "local_id,kind,family_name\nC-1,child,é".getBytes(StandardCharsets.UTF_8);

    assertThat(refused(java.util.Arrays.copyOf(whole, whole.length - 1)).line()).isEqualTo(2);
  }

  @Test
  void a_quotation_mark_that_is_never_closed_is_refused_with_its_line() {
    UnreadableFile refused =
        refused(
            "local_id,kind,family_name\nC-1,child,Testcase\nC-2,child,\"Testcase\nC-3,child,Testcase\n");

    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.rule()).startsWith("the quotation marks are broken");
  }

  @Test
  void text_behind_a_closed_quotation_mark_is_refused_with_its_line() {
    assertThat(refused("local_id,kind,family_name\nC-1,child,\"Test\"case\n").line()).isEqualTo(2);
  }

  @Test
  void a_line_of_countless_cells_is_refused() {
    assertThat(refused("local_id,kind,family_name\n" + ",".repeat(100_000) + "\n").rule())
        .isEqualTo("the line is far too long");
  }

  @Test
  void a_byte_order_mark_and_every_kind_of_line_end_are_read() {
    assertThatCode(() ->
            read(
                "\uFEFFlocal_id,kind,family_name\r\nC-1,child,\"Test\r\ncase\"\rC-2,child,Testcase\n"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_line_has_the_number_at_which_it_begins() {
    try (Lines lines =
        lines(
            "local_id,event_id,date,category,headline,source,detail\nC-1,E-1,2026,a,b,c,\"one\ntwo\"\nC-1,E-2,2026,a,b,c,\n"
                .getBytes(StandardCharsets.UTF_8),
            SubmissionKind.EVENTS)) {
      assertThat(((Checked.Good) lines.next().orElseThrow()).line().number()).isEqualTo(2);
      assertThat(((Checked.Good) lines.next().orElseThrow()).line().number()).isEqualTo(4);
    }
  }

  private static UnreadableFile refused(String file) {
    return refused(file.getBytes(StandardCharsets.UTF_8));
  }

  private static UnreadableFile refused(byte[] file) {
    return java.util.Objects.requireNonNull(
        catchThrowableOfType(UnreadableFile.class, () -> read(file)));
  }

  private static void read(String file) {
    read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] file) {
    try (Lines lines = lines(file, SubmissionKind.PEOPLE)) {
      while (lines.next().isPresent()) {
        // To the end.
      }
    }
  }

  private static Lines lines(byte[] file, SubmissionKind kind) {
    return new Lines(kind, new ByteArrayInputStream(file), RULES);
  }
}
