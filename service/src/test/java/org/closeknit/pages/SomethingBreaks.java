package org.closeknit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;

class SomethingBreaks {
  private final Errors errors =
      new Errors(
          APageIsShown.pages(Frame.signedOut(Frame.Csrf.NONE, true)),
          new References(new Random(7)));

  @Nested
  class For_a_person {
    @Test
    void not_there_and_not_allowed_look_the_same() throws Exception {
      var notThere = shown(errors, 404, "/children/1");
      var notAllowed = shown(errors, 403, "/children/2");

      assertThat(notAllowed.getStatus()).isEqualTo(404);
      assertThat(notAllowed.getContentAsByteArray()).isEqualTo(notThere.getContentAsByteArray());
    }

    @Test
    void a_failure_has_a_name_that_can_be_said() throws Exception {
      var page = shown(errors, 500, "/children/1");

      assertThat(page.getStatus()).isEqualTo(500);
      assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
      assertThat(page.getContentAsString()).containsPattern("say <strong[^>]*>[A-Z]+-[0-9]{4}<");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void only_what_broke_here_stands_in_the_log_as_an_error(CapturedOutput log) throws Exception {
      shown(errors, 400, "/children/%");
      assertThat(log.getAll()).doesNotContain("ERROR");

      shown(errors, 500, "/children/1");
      assertThat(log.getAll()).contains("ERROR");
    }

    @Test
    void it_is_told_also_when_nobody_can_say_who_reads() throws Exception {
      Surroundings broken =
          request -> {
            throw new IllegalStateException("no database");
          };

      var page = shown(new Errors(APageIsShown.pages(broken), new References()), 500, "/my-day");

      assertThat(page.getContentAsString()).contains("We could not answer just now");
    }
  }

  @Nested
  class For_a_machine {
    @Test
    void it_is_told_the_status_and_nothing_else() {
      var answer = (ResponseEntity<?>) errors.show(request(500, "/api/submissions/4711"));

      assertThat(answer.getHeaders().getContentType())
          .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
      assertThat(answer.getBody()).isEqualTo(ProblemDetail.forStatus(500));
    }
  }

  private static MockHttpServletResponse shown(Errors errors, int status, String path)
      throws Exception {
    var response = new MockHttpServletResponse();
    var request = request(status, path);
    ((View) errors.show(request)).render(Map.of(), request, response);
    return response;
  }

  private static MockHttpServletRequest request(int status, String path) {
    var request = new MockHttpServletRequest("GET", "/error");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
    return request;
  }
}
