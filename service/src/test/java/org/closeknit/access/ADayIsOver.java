package org.closeknit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.closeknit.RealDatabase;
import org.closeknit.house.Clock;
import org.closeknit.house.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(properties = "closeknit.enquiry.write-visits-every=PT1H")
@RealDatabase
@Import(Town.class)
class ADayIsOver {
  @Autowired DaysPast days;
  @Autowired Town.Families families;
  @Autowired Clock clock;

  @Test
  void whom_somebody_asked_about_is_forgotten_and_today_still_counts() {
    clock.set(Town.NOW);
    String actor = UUID.randomUUID().toString();
    opened(actor, LocalDate.parse("2026-11-22"));
    opened(actor, LocalDate.parse("2026-11-23"));
    days.forget();
    assertThat(families.count("select count(*) from child_opened where actor = ?", actor)).isOne();
  }

  private void opened(String actor, LocalDate day) {
    families
        .jdbc()
        .sql("insert into child_opened (actor, day, child_id) values (?, ?, ?)")
        .params(actor, day, UUID.randomUUID())
        .update();
  }
}
