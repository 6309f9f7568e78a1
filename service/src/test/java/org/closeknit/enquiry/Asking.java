package org.closeknit.enquiry;

import static org.closeknit.house.Town.FERNHILL;

import java.util.Optional;
import org.closeknit.RealDatabase;
import org.closeknit.audit.Asker;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the check share: a nurse, a number, and a way to ask. */
@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
abstract class Asking {
  static final String BORN = "2019-03-14";

  @Autowired Enquiries enquiries;
  @Autowired Town.Families families;
  @Autowired CareVisits careVisits;
  @Autowired Clock clock;
  @Autowired JsonMapper json;

  NhsNumber number = new NhsNumber("9434765919");
  Asker.Worker nurse;

  @BeforeEach
  void begin() {
    clock.set(Town.NOW);
    number = families.number();
    nurse = families.worker(FERNHILL, "Tomasz Zieliński", "nurse");
  }

  @AfterEach
  void end() {
    clock.set(Town.NOW);
  }

  Answer ask(Presence presence) {
    return ask(nurse, by(BORN), presence, "").answer();
  }

  Given ask(Asker asker, Asked asked, Presence presence, String trace) {
    return enquiries.ask(new Question(asker, asked, WhyHere.INJURY, presence, trace));
  }

  Asked by(String born) {
    return new Asked.ByNumber(number, Optional.of(new PartialDate(born)));
  }

  static Answer.Findings findings(Answer answer) {
    return switch (answer) {
      case Answer.Held held -> held.findings();
      case Answer.HeldBySeveral several -> several.findings();
      default -> throw new AssertionError("nothing held: " + answer);
    };
  }

  long noticesTo(RecordId record) {
    return families.count(
        "select count(*) from notice where kind = 'access' and record_id = ?", record.value());
  }

  long accesses(RecordId record) {
    return families.count("select count(*) from enquiry where record_id = ?", record.value());
  }

  long visits() {
    return families.count("select count(*) from visit");
  }

  long auditOf(RecordId record) {
    return families.count("select count(*) from audit_record where record_id = ?", record.value());
  }
}
