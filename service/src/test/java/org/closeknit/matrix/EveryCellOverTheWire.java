package org.closeknit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.RestfulServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.closeknit.RealDatabase;
import org.closeknit.database.TestDatabases;
import org.closeknit.match.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Asks the running service for everything that each of its people can ask for. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.mail.host=127.0.0.1", "closeknit.match.teach-itself=false"})
@RealDatabase
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCellOverTheWire {
  private static final int FEWEST_CELLS = 50_000;
  private static final int FEWEST_CANARIES = 2_000;

  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @Autowired People people;
  @Autowired List<RequestMappingInfoHandlerMapping> mappings;
  @Autowired List<HandlerMapping> handlers;
  @Autowired ServletRegistrationBean<RestfulServer> fhir;
  @Autowired ServletContext servlets;
  @Autowired MailKept mails;
  @Autowired MeterRegistry meters;
  @LocalServerPort int port;

  @Test
  void a_way_in_that_the_matrix_does_not_name_is_a_fault() {
    assertThat(Ways.into(mappings, Objects.requireNonNull(fhir.getServlet())))
        .containsExactlyInAnyOrderElementsOf(Routes.all());
  }

  @Test
  void whatever_answers_beside_the_routes_is_known() {
    assertThat(servlets.getServletRegistrations().keySet())
        .containsExactlyInAnyOrderElementsOf(Ways.SERVLETS);
    assertThat(servlets.getFilterRegistrations().keySet())
        .containsExactlyInAnyOrderElementsOf(Ways.FILTERS);
    assertThat(handlers.stream().map(one -> one.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(Ways.HANDLERS);
  }

  @Test
  void shows_what_the_oracle_opens_and_nothing_else(CapturedOutput said) throws Exception {
    var world = new World(jdbc, passwords, people, port);
    var judge = new Judge(world.marks());
    try (var pages = new OpenPages(world)) {
      everybodyAsks(world, judge);
      pages.areJudged(judge);
    }
    java.nio.file.Files.writeString(
        Path.of("target", "matrix.txt"), judge.figures() + "\n" + world.marks().figures() + "\n");
    assertThat(judge.leaks()).isEmpty();
    assertThat(judge.missing()).isEmpty();
    assertThat(judge.cells()).isGreaterThan(FEWEST_CELLS);
    nothingIsKeptBeside(world.marks(), said);
  }

  private void everybodyAsks(World world, Judge judge) throws Exception {
    List<Probing> persons =
        world.nets().stream()
            .flatMap(net -> net.people().stream())
            .map(person -> new Probing(judge, jdbc, person))
            .toList();
    List<OfficeProbing> office = persons.stream().map(Probing::atTheOffice).toList();
    List<SystemProbing> systems =
        world.nets().stream()
            .flatMap(net ->
                net.parties().stream().map(party -> new SystemProbing(judge, world, net, party)))
            .toList();
    // First, so that the pages have their looks to show.
    AtOnce.each(systems, SystemProbing::everything);
    AtOnce.each(persons, Probing::pages);
    AtOnce.each(persons, Probing::searches);
    AtOnce.each(persons, Probing::checks);
    AtOnce.each(office, OfficeProbing::doubts);
    AtOnce.each(office, OfficeProbing::reviews);
    AtOnce.each(office, OfficeProbing::pairs);
    AtOnce.each(office, OfficeProbing::adoptions);
    AtOnce.each(office, OfficeProbing::proofs);
    AtOnce.each(office, person -> person.receipts(world));
    AtOnce.each(persons, Probing::lists);
    AtOnce.each(office, OfficeProbing::everywhereElse);
    AtOnce.each(persons, Probing::emergencies);
  }

  /** In no mail, no log of the service or of its database, and no metric. */
  private void nothingIsKeptBeside(Marks marks, CapturedOutput said) throws Exception {
    assertThat(marks.planted()).isGreaterThan(FEWEST_CANARIES);
    assertNothingIn(marks, "mail", String.join("\n", mails.mails()));
    assertNothingIn(marks, "log", said.getAll());
    assertNothingIn(
        marks,
        "log of the database",
        java.nio.file.Files.readString(
            TestDatabases.folder().resolveSibling("postgresql").resolve("server.log")));
    assertNothingIn(
        marks, "metric", meters.getMeters().stream().map(one -> one.getId()).toList().toString());
  }

  private static void assertNothingIn(Marks marks, String where, String text) {
    assertThat(text).as(where).isNotBlank();
    assertThat(marks.in(text)).as(where).isEmpty();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Mails {
    @Bean
    static MailKept mailKept() {
      return new MailKept();
    }
  }
}
