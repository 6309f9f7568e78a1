package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class APageIsShown {
  private static final Frame FRAME =
      new Frame(
          new Frame.Reader("Rosalind Achterberg", "Northmere Council"),
          List.of(
              new Frame.Entry("My day", "/", false),
              new Frame.Entry("Messages", "/messages", true, 3, "not read")),
          List.of(new Frame.Bar("Open for you until 11:24", "/access/close", "Close now")),
          new Frame.Csrf("_csrf", "t0ken"),
          true,
          false);

  @Test
  void it_is_whole_and_kept_by_no_cache() throws Exception {
    var response = render(pages(FRAME));

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(response.getContentAsByteArray()).hasSize(response.getContentLength());
    assertThat(response.getContentAsString()).startsWith("<!DOCTYPE html>").contains("</html>");
  }

  @Test
  void it_carries_the_reader_the_menu_and_the_demonstration_line() throws Exception {
    var html = render(pages(FRAME)).getContentAsString();

    assertThat(html)
        .contains("<bdi>Rosalind Achterberg</bdi>", "Northmere Council", "action=\"/hide\"")
        .contains("href=\"/messages\" aria-current=\"page\"", "not read")
        .contains("Open for you until 11:24", "name=\"_csrf\" value=\"t0ken\"")
        .contains("Demonstration: every person, number and place here is made up.");
  }

  @Test
  void it_holds_no_style_and_no_script_of_its_own() throws Exception {
    assertThat(render(pages(FRAME)).getContentAsString())
        .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=")
        .doesNotContainPattern("<script(?![^>]*src=)");
  }

  @Test
  void signed_out_it_has_neither_name_nor_menu() throws Exception {
    var nobody = new Pages(new StaticListableBeanFactory().getBeanProvider(Surroundings.class));

    assertThat(render(nobody).getContentAsString())
        .doesNotContain("<nav", "/blank", "Sign out", "Demonstration");
  }

  private static MockHttpServletResponse render(Pages pages) throws Exception {
    var response = new MockHttpServletResponse();
    pages.nothingToShow().render(Map.of(), new MockHttpServletRequest("GET", "/x"), response);
    return response;
  }

  static Pages pages(Frame frame) {
    return pages((Surroundings) request -> frame);
  }

  static Pages pages(Surroundings surroundings) {
    return new Pages(
        new StaticListableBeanFactory(Map.of("surroundings", surroundings))
            .getBeanProvider(Surroundings.class));
  }
}
