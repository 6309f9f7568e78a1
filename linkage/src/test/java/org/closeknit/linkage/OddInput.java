package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the file holds, there is a sound result, or one clear line and exit 1. */
@Timeout(120)
class OddInput {
  private static final String HEADER =
      "record_id,given_name,family_name,birth_date,address,postcode,sex\n";
  private static final int FULL_RANGE = 0x30000;

  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void an_empty_file_is_said_to_be_empty() throws IOException {
    assertThat(refused("")).endsWith("the file is empty");
  }

  @Test
  void a_header_alone_gives_no_entities() throws IOException {
    assertThat(linked(HEADER)).isEmpty();
  }

  @Test
  void one_record_is_one_entity() throws IOException {
    assertThat(linked(HEADER + "1,Ann,Smith,2010-01-02,1 High Street,EH1 1AA,f\n"))
        .containsExactly("1,1");
  }

  @Test
  void a_column_that_is_constant_proves_nothing() throws IOException {
    assertThat(entities(linked(lines(400, i -> i + ",Name" + i + ",Smith,,,EH1 1AA,f"))))
        .isEqualTo(400);
  }

  @Test
  void a_column_that_is_missing_everywhere_is_left_out() throws IOException {
    assertThat(entities(linked(lines(400, i -> i + ",Name" + i / 2 + ",Kin" + i / 2 + ",,,,"))))
        .isEqualTo(400);
  }

  @Test
  void the_same_name_over_and_over_joins_nobody() throws IOException {
    assertThat(entities(linked(lines(100_000, i -> i + ",John,Smith,,,,")))).isEqualTo(100_000);
  }

  @Test
  void the_same_record_over_and_over_is_one_person() throws IOException {
    assertThat(
            entities(linked(lines(100_000, i -> i + ",John,Smith,2010-01-02,1 High St,EH1 1AA,m"))))
        .isEqualTo(1);
  }

  @Test
  void names_of_ten_thousand_letters_are_compared_by_their_beginning() throws IOException {
    Random random = new Random(1);
    assertThat(
            linked(
                lines(
                    60,
                    i ->
                        "%d,%s,%s,2010-01-02,%s,EH1 1AA,m"
                            .formatted(
                                i, letters(random), letters(random), "1 High ".repeat(1_500)))))
        .hasSize(60);
  }

  @Test
  void every_script_is_taken_as_it_is_written() throws IOException {
    List<String> letters =
        IntStream.range(0x20, FULL_RANGE)
            .filter(Character::isDefined)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(Character::toString)
            .map(c -> c.equals("\"") ? "\"\"" : c)
            .toList();
    int names = letters.size() / 16;
    List<String> linked =
        linked(
            lines(
                names,
                i ->
                    "%d,\"%s\",\"%s\",2010-01-02,,,f"
                        .formatted(
                            i,
                            String.join("", letters.subList(16 * i, 16 * i + 8)),
                            String.join("", letters.subList(16 * i + 8, 16 * i + 16)))));
    assertThat(linked).hasSize(names);
    assertThat(entities(linked)).isCloseTo(names, within(names / 20L));
  }

  @Test
  void a_year_nought_is_no_birth_date() throws IOException {
    assertThat(
            linked(
                HEADER
                    + "1,Ann,Smith,0000-00-00,,,f\n2,Ann,Smith,0000-01-01,,,f\n"
                    + "3,Bob,Ray,-5-01-01,,,m\n4,Bob,Ray,99999-01-01,,,m\n"))
        .containsExactly("1,1", "2,2", "3,3", "4,4");
  }

  @Test
  void two_records_of_one_id_are_refused_with_their_line() throws IOException {
    assertThat(refused(HEADER + "1,Ann,,,,,\n1,Bob,,,,,\n"))
        .endsWith("line 3: its record_id stands on an earlier line too");
  }

  @Test
  void a_file_that_is_not_csv_is_refused() throws IOException {
    assertThat(refused("<html><body>\n<p>no table</p></body></html>\n"))
        .endsWith("there is no column record_id");
    assertThat(refused(HEADER + "1,\"Ann,Smith,,,,\n2,Bob,Ray,,,,\n")).contains("line 2: 2 cells");
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    Path file = folder.resolve("in.csv");
    Files.write(file, noise);
    assertThat(run(file)).isEqualTo(1);
    assertThat(said()).contains("not UTF-8");
  }

  private static String letters(Random random) {
    return random
        .ints(10_000, 'a', 'c')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", HEADER, "\n"));
  }

  private static long entities(List<String> linked) {
    return linked.stream().map(line -> line.substring(line.indexOf(',') + 1)).distinct().count();
  }

  private List<String> linked(String text) throws IOException {
    assertThat(run(Files.writeString(folder.resolve("in.csv"), text))).as(said()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    return lines.subList(1, lines.size());
  }

  private String refused(String text) throws IOException {
    err.reset();
    assertThat(run(Files.writeString(folder.resolve("in.csv"), text))).isEqualTo(1);
    assertThat(said().lines()).hasSize(1);
    return said().strip();
  }

  private int run(Path file) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(
        nowhere,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        "--input",
        file.toString(),
        "--output",
        folder.resolve("out.csv").toString());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
