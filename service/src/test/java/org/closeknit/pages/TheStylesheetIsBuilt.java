package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TheStylesheetIsBuilt {
  @Test
  void it_weighs_at_most_16_kB_on_the_way() throws IOException {
    assertThat(compressed("/static/closeknit.css")).isBetween(4_000, 16_000);
  }

  @Test
  void the_script_weighs_at_most_10_kB_on_the_way() throws IOException {
    assertThat(compressed("/static/closeknit.js")).isBetween(1_000, 10_000);
  }

  @Test
  void the_two_fonts_weigh_at_most_25_kB() throws IOException {
    int both = 0;
    for (int weight : List.of(400, 700)) {
      both +=
          bytes("/static/fonts/atkinson-hyperlegible-next-latin-%d.woff2".formatted(weight)).length;
    }
    assertThat(both).isLessThanOrEqualTo(25_000);
  }

  @Test
  void every_file_that_it_names_is_there() throws IOException {
    var css = new String(bytes("/static/closeknit.css"), StandardCharsets.UTF_8);

    assertThat(css).containsPattern("--petrol: ?#14505c");
    for (var name : css.split("url\\(")) {
      if (name.startsWith("\"fonts/") || name.startsWith("fonts/")) {
        assertThat(bytes("/static/" + name.replace("\"", "").split("\\)")[0])).isNotEmpty();
      }
    }
  }

  private static int compressed(String path) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes(path));
    }
    return out.size();
  }

  private static byte[] bytes(String path) throws IOException {
    try (var in = TheStylesheetIsBuilt.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
