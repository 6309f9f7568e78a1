package org.closeknit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.FERNHILL;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import java.util.Objects;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What tests of the pages share: a nurse who has signed in, a number, and a browser of a kind. */
@SpringBootTest(properties = "closeknit.no-answer-phone=01632 960999")
@RealDatabase
@Import(Town.class)
abstract class AtTheCheckPages {
  static final String BORN = "2019-03-14";

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @Autowired WebApplicationContext context;
  @Autowired FilterRegistrationBean<NoAnswerPage> noAnswer;

  NhsNumber number = new NhsNumber("9434765919");

  @BeforeEach
  void signIn() {
    clock.set(Town.NOW);
    number = families.number();
    signIn(families.worker(FERNHILL, "Tomasz Zieliński", "nurse"));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
    clock.set(Town.NOW);
  }

  String ask(String here) throws Exception {
    return page(get(address(here)));
  }

  String address(String here) throws Exception {
    MockHttpServletResponse answer =
        send(typed(post("/check"), here).param("nhs", number.digits()));
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  static MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, String here) {
    return request
        .param("born-day", "14")
        .param("born-month", "3")
        .param("born-year", "2019")
        .param("why", "injury")
        .param("here", here.toLowerCase(Locale.ROOT));
  }

  /** The page with what was typed taken out, so that two children's pages can be held together. */
  String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = send(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    String digits = number.digits();
    return answer
        .getContentAsString()
        .replace(
            digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6),
            "NUMBER");
  }

  MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .<DefaultMockMvcBuilder>addFilters(Objects.requireNonNull(noAnswer.getFilter()))
            .build();
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  static void signIn(Asker.Worker worker) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(worker, "", java.util.List.of()));
  }
}
