package org.closeknit.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineRun {
  private static final String HEADER = "record_id,first_name,family_name,birth_date,postcode\n";
  private static final String TWO_SPELLINGS =
      HEADER
          + "b1,Seumas,MacGillivray,2009-03-15,HS1 2XX\n"
          + "a1,James,McGillivray,2009-03-15,HS1 2XX\n"
          + "c1,Zuzanna,Kowalczyk,2011-01-02,EH52 5AB\n";

  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Nested
  class When_a_file_holds_one_person_twice {
    @Test
    void both_records_get_the_entity_of_the_earlier() throws IOException {
      assertThat(
              run("--input", file("in.csv", TWO_SPELLINGS), "--columns", "given_name=first_name"))
          .isZero();
      assertThat(lines("out.csv"))
          .containsExactly("record_id,entity_id", "b1,b1", "a1,b1", "c1,c1");
    }

    @Test
    void the_pair_is_written_with_its_weight_and_probability() throws IOException {
      run(
          "--input",
          file("in.csv", TWO_SPELLINGS),
          "--columns",
          "given_name=first_name",
          "--pairs",
          folder.resolve("pairs.csv").toString());
      assertThat(lines("pairs.csv"))
          .hasSize(2)
          .first()
          .isEqualTo("left_id,right_id,weight,probability");
      assertThat(lines("pairs.csv").getLast()).matches("a1,b1,\\d+\\.\\d{3},0\\.99\\d{4}");
    }

    @Test
    void the_reasons_are_told_when_asked_for() throws IOException {
      run(
          "--input",
          file("in.csv", TWO_SPELLINGS),
          "--columns",
          "given_name=first_name",
          "--explain",
          "a1,b1",
          "--picture",
          folder.resolve("why.svg").toString());
      assertThat(folder.resolve("why.svg")).content().startsWith("<svg ").contains("</svg>");
      assertThat(out.toString(StandardCharsets.UTF_8))
          .startsWith("same: weight ")
          .contains("Taken for one person.", "before looking", "sum")
          .contains("forms of one forename: James | Seumas");
    }
  }

  @Nested
  class When_two_files_hold_no_duplicates {
    @Test
    void records_are_joined_across_only() throws IOException {
      String first = file("a.csv", TWO_SPELLINGS);
      String second = file("b.csv", HEADER + "a1,James,McGillivray,2009-03-15,HS1 2XX\n");
      assertThat(
              run(
                  "--input",
                  first,
                  "--input",
                  second,
                  "--link-only",
                  "--columns",
                  "given_name=first_name"))
          .isZero();
      assertThat(lines("out.csv"))
          .containsExactly(
              "record_id,entity_id", "A:b1,A:b1", "A:a1,A:a1", "A:c1,A:c1", "B:a1,A:a1");
    }
  }

  @Nested
  class When_the_input_is_bad {
    @Test
    void one_line_says_what_and_where() throws IOException {
      assertBad("there is no column record_id", "id,given_name\n1,Ann\n");
      assertBad("line 3: its record_id stands on an earlier line too", "record_id\n1\n1\n");
      assertBad("line 2: 3 cells, the header has 2", "record_id,sex\n1,f,x\n");
      assertBad("line 2: no record_id", "record_id,sex\n,f\n");
      assertBad("the file is empty", "");
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_said_to_be_so() throws IOException {
      assertThat(run("--input", folder.resolve("none.csv").toString())).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no such file");
      Path latin = folder.resolve("latin.csv");
      Files.write(latin, "record_id,city\n1,Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(run("--input", latin.toString())).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("not UTF-8");
    }

    private void assertBad(String says, String text) throws IOException {
      err.reset();
      assertThat(run("--input", file("bad.csv", text))).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8).lines())
          .singleElement()
          .asString()
          .contains(says);
    }
  }

  @Nested
  class When_it_is_called_wrongly {
    @Test
    void it_says_how_and_ends_with_2() throws IOException {
      String input = file("in.csv", TWO_SPELLINGS);
      assertThat(run()).isEqualTo(2);
      assertThat(run("--input", input, "--join", "perhaps")).isEqualTo(2);
      assertThat(run("--input", input, "--threads", "0")).isEqualTo(2);
      assertThat(run("--input", input, "--columns", "colour=hue")).isEqualTo(2);
      assertThat(run("--input", input, "--no-such-flag")).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("--join is sure or likely");
    }
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--output";
    all[arguments.length + 1] = folder.resolve("out.csv").toString();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.run(printed, new PrintStream(err, true, StandardCharsets.UTF_8), all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }
}
