package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws whole pages of all components to {@code target/catalogue}, to be looked at in a browser.
 */
class TheCatalogue {
  private static final Path DRAWN = Path.of("target", "catalogue");
  private static final Frame FRAME =
      new Frame(
          new Frame.Reader("Rosalind Achterberg", "Northmere Council"),
          List.of(
              new Frame.Entry("My day", "/my-day", true),
              new Frame.Entry("My children", "/children", false),
              new Frame.Entry("Find a child", "/find", false),
              new Frame.Entry("Messages", "/messages", false, 3, "not read")),
          List.of(),
          new Frame.Csrf("_csrf", "t0ken"),
          true,
          true);

  private static final TemplateEngine ENGINE = engine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answers",
        "ask",
        "wrong",
        "child",
        "day",
        "write",
        "board",
        "messages",
        "receipt",
        "glass"
      })
  void every_page_is_sound(String name) throws IOException {
    var html = drawn(name);
    Files.createDirectories(DRAWN);
    Files.writeString(DRAWN.resolve(name + ".html"), local(html));

    assertThat(html).doesNotContainPattern("\\sstyle=|\\son[a-z]+=|>null<|=\"null\"");
    assertThat(found(html, "<(h1)[ >]")).hasSize(name.equals("answers") ? 7 : 1);
    assertThat(found(html, "<use href=\"#([^\"]+)\""))
        .isSubsetOf(found(html, "<symbol id=\"([^\"]+)\""));
    assertThat(found(html, "\\sid=\"([^\"]+)\"")).doesNotHaveDuplicates();
    assertThat(found(html, "\\sid=\"([^\"]+)\""))
        .containsAll(found(html, "(?:for|aria-labelledby|aria-controls)=\"([^\"]+)\""))
        .containsAll(
            found(html, "aria-describedby=\"([^\"]+)\"").stream()
                .flatMap(ids -> List.of(ids.split(" ")).stream())
                .toList());
  }

  private static String drawn(String name) {
    var out = new StringOutput();
    boolean wrong = name.equals("wrong");
    ENGINE.render(
        "catalogue/" + (wrong ? "ask" : name) + ".jte",
        Map.of(
            "frame", FRAME,
            "dates", new Dates(Instant.parse("2026-11-23T10:24:31Z")),
            "wrong", wrong),
        out);
    return out.toString();
  }

  private static String local(String html) {
    var statics = Path.of("target", "classes", "static").toUri().toString();
    return html.replaceAll(
        "\"/(closeknit\\.(?:css|js)|favicon\\.svg)[^\"]*\"", "\"" + statics + "$1\"");
  }

  private static List<String> found(String html, String pattern) {
    var all = new ArrayList<String>();
    var matcher = Pattern.compile(pattern).matcher(html);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  private static TemplateEngine engine() {
    var pages = new DirectoryCodeResolver(Path.of("src", "main", "jte"));
    var catalogue = new DirectoryCodeResolver(Path.of("src", "test", "jte"));
    var engine =
        TemplateEngine.create(
            new CodeResolver() {
              @Override
              public String resolve(String name) {
                return (name.startsWith("catalogue/") ? catalogue : pages).resolve(name);
              }

              @Override
              public long getLastModified(String name) {
                return (name.startsWith("catalogue/") ? catalogue : pages).getLastModified(name);
              }

              @Override
              public List<String> resolveAllTemplateNames() {
                return List.of();
              }
            },
            Path.of("target", "catalogue-classes"),
            ContentType.Html);
    engine.setTrimControlStructures(true);
    return engine;
  }
}
