package org.closeknit.enquiry;

import java.time.Duration;
import java.util.Map;
import org.closeknit.agency.NoAnswerPhone;
import org.closeknit.person.AgencyId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What an installation may set about the health check. */
@Component
class CheckSettings {
  private final int lateAfterDays;
  private final Map<String, Integer> ownLateAfterDays;
  private final NoAnswerPhone noAnswerPhone;

  CheckSettings(
      @Value("${closeknit.statuses.late-after-days:8}") int lateAfterDays,
      NoAnswerPhone noAnswerPhone,
      Environment environment) {
    this.lateAfterDays = lateAfterDays;
    this.noAnswerPhone = noAnswerPhone;
    this.ownLateAfterDays =
        Binder.get(environment)
            .bind(
                "closeknit.statuses.late-after-days-of",
                Bindable.mapOf(String.class, Integer.class))
            .orElse(Map.of());
  }

  /**
   * How old a council's list may be. A week and a day is shipped: a weekly list that failed once is
   * late.
   */
  Duration lateAfter(AgencyId council) {
    return Duration.ofDays(ownLateAfterDays.getOrDefault(council.value(), lateAfterDays));
  }

  /** The number for those who get no answer; it needs no database. Blank where none is set. */
  String noAnswerPhone() {
    return noAnswerPhone.number();
  }
}
