package org.closeknit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closeknit.house.Town.NORTHMERE;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonKind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What tests of the search share: a council's duty worker, children, and a browser of a kind. */
@SpringBootTest
@RealDatabase
@Import(Town.class)
abstract class Looking {
  private static final Random LETTERS = new Random(7);

  @Autowired Town.Families families;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired WebApplicationContext context;

  /** A family name that nobody else has, nor anything near it. */
  String family = "";

  Asker.Worker duty;

  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    family = name();
    duty = families.worker(NORTHMERE, "Idris Bello", "duty worker");
  }

  @AfterEach
  void end() {
    SecurityContextHolder.clearContext();
    clock.set(Town.NOW);
  }

  static String name() {
    var letters = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      letters.append((char) ('a' + LETTERS.nextInt(26)));
    }
    return letters.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + letters.substring(1);
  }

  /** A child, as one agency's record says who it is. */
  record Told(
      AgencyId agency,
      String given,
      String former,
      String born,
      String postcode,
      String school,
      Restriction restriction,
      Optional<NhsNumber> number) {
    static Told ada(AgencyId agency) {
      return new Told(
          agency,
          "Ada",
          "",
          "2019-03-14",
          "NM5 4AB",
          "St Mary's Primary",
          Restriction.NONE,
          Optional.empty());
    }

    Told given(String name) {
      return new Told(agency, name, former, born, postcode, school, restriction, number);
    }

    Told former(String name) {
      return new Told(agency, given, name, born, postcode, school, restriction, number);
    }

    Told born(String date) {
      return new Told(agency, given, former, date, postcode, school, restriction, number);
    }

    Told restricted(Restriction to) {
      return new Told(agency, given, former, born, postcode, school, to, number);
    }

    Told number(NhsNumber has) {
      return new Told(agency, given, former, born, postcode, school, restriction, Optional.of(has));
    }

    Told postcode(String code) {
      return new Told(agency, given, former, born, code, school, restriction, number);
    }
  }

  RecordId child(Told told) {
    return child(told, family);
  }

  RecordId child(Told told, String called) {
    return families.person(
        new NewRecord(
            told.agency(),
            "L" + UUID.randomUUID(),
            UUID.randomUUID(),
            2,
            PersonKind.CHILD,
            told.number(),
            told.number().isPresent(),
            Optional.empty(),
            called,
            told.given(),
            told.former(),
            Optional.of(new PartialDate(told.born())),
            Optional.empty(),
            "",
            "female",
            "1 Ferry Lane",
            Optional.empty(),
            "",
            told.postcode(),
            "",
            "",
            told.school(),
            Optional.of(told.restriction()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Somebody decides that two records are of one child. */
  void join(RecordId one, RecordId other) {
    jdbc.sql(
            """
            update person_record set revision = nextval('person_record_revision'),
              child_id = (select child_id from person_record where id = ?) where id = ?
            """)
        .params(one.value(), other.value())
        .update();
  }

  /** The page after a search. */
  String find(Asker.Worker worker, String known) throws Exception {
    MockHttpServletResponse answer = ask(worker, known);
    assertThat(answer.getStatus()).as("the search is let through").isEqualTo(302);
    String page = show(worker, address(answer)).getContentAsString();
    // The next search of a test is not held up by this one.
    jdbc.sql("delete from search_pace where actor = ?").param(worker.actor()).update();
    return page;
  }

  MockHttpServletResponse ask(Asker.Worker worker, String known) throws Exception {
    return send(worker, post("/find").param("known", known));
  }

  MockHttpServletResponse show(Asker.Worker worker, String address) throws Exception {
    return send(worker, get(address));
  }

  static String address(MockHttpServletResponse answer) {
    return String.valueOf(answer.getRedirectedUrl()).replace("#said", "");
  }

  /** Who is listed, as the page says it, the nearest first. */
  static List<String> listed(String page) {
    return java.util.regex.Pattern.compile(
            "<th scope=\"row\"><a href=\"[^\"]+\"><bdi>([^<]+)</bdi>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  MockHttpServletResponse send(Asker.Worker worker, MockHttpServletRequestBuilder request)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(worker, "", List.of()));
    MockHttpServletResponse response =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(request)
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }
}
