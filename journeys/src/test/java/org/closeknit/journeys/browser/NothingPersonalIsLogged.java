package org.closeknit.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.Machine;
import org.closeknit.journeys.running.RunningService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comes last: what all the journeys before it have left in the logs is read too. */
@Order(Integer.MAX_VALUE)
@ExtendWith(Surroundings.class)
class NothingPersonalIsLogged {
  /** More than all the journeys' children. */
  private static final int CHILDREN = 20;

  private final RunningService service;
  private final Agencies agencies;

  NothingPersonalIsLogged(RunningService service) {
    this.service = service;
    this.agencies = new Agencies(service);
  }

  @Test
  void whatever_was_sent_and_asked() throws Exception {
    Child child = Child.at(11);
    agencies.council(child);
    agencies.others(child);
    askRightlyAndWrongly(child);
    sendWhatCannotBeRead(child);
    for (Path log : service.logs()) {
      String said = Files.readString(log, StandardCharsets.UTF_8);
      assertThat(said).as(log.getFileName().toString()).isNotBlank();
      assertThat(personal().stream().filter(said::contains).map(NothingPersonalIsLogged::hinted))
          .as(log.getFileName().toString())
          .isEmpty();
    }
  }

  private void askRightlyAndWrongly(Child child) throws Exception {
    Machine hospital = service.machine(Agencies.HOSPITAL);
    assertThat(hospital.check(child.identifier(), "a-nurse").status()).isEqualTo(200);
    assertThat(hospital.check("wrong|" + child.number(), "a-nurse").status()).isEqualTo(400);
    assertThat(
            hospital
                .send(
                    hospital.to(
                        "/cpis/FHIR/R4/CareTeam?family=%s&born=%s"
                            .formatted(child.surname(), child.born())))
                .status())
        .isEqualTo(400);
    assertThat(hospital.send(hospital.to("/api/chronology?local_id=" + child.surname())).status())
        .isLessThan(500);
  }

  private void sendWhatCannotBeRead(Child child) throws Exception {
    Machine council = service.machine(Agencies.COUNCIL);
    String list = child.person(Agencies.COUNCIL);
    for (String csv :
        List.of(
            list.replace("postcode", child.surname()),
            list.replace(child.number(), child.number() + child.surname()),
            list.replace(child.born().toString(), child.surname() + " " + child.born()),
            list + "\"" + child.surname() + "," + child.number(),
            list + "\0" + child.surname() + "\0")) {
      assertThat(council.submit("people", csv, UUID.randomUUID().toString()).status())
          .isBetween(200, 422);
      assertThat(council.submit("statuses", csv, child.surname()).status()).isBetween(200, 422);
    }
  }

  private List<String> personal() throws Exception {
    var facts = new ArrayList<String>();
    for (int place = 0; place < CHILDREN; place++) {
      facts.addAll(Child.at(place).facts());
    }
    for (String name :
        List.of(
            Agencies.SOCIAL_WORKER, Agencies.NURSE, Agencies.STEWARD, Agencies.SAFEGUARDING_LEAD)) {
      facts.add(name);
      facts.add(service.signIns().person(name).password());
    }
    facts.addAll(List.of(Agencies.SEEN_AT_SCHOOL, Agencies.FOR_THE_POLICE));
    return facts;
  }

  /** A report is a log too. */
  private static String hinted(String fact) {
    return fact.substring(0, 2) + "…";
  }
}
