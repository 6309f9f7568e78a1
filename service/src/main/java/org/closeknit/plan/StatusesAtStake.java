package org.closeknit.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.review.Stake;
import org.closeknit.review.Stakes;
import org.springframework.stereotype.Component;

/** A status makes it matter whether two records are one child. */
@Component
class StatusesAtStake implements Stakes {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Plans plans;

  StatusesAtStake(Plans plans) {
    this.plans = plans;
  }

  @Override
  public List<Stake> on(Collection<RecordId> records, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, LONDON);
    return plans.of(records).stream()
        .filter(status -> status.on(day) != Status.State.ENDED_LONGER_AGO)
        .map(status -> stake(status, day))
        .toList();
  }

  private static Stake stake(Status status, LocalDate day) {
    String words =
        switch (status.on(day)) {
          case CURRENT -> "One of them has a status: " + status.kind().words() + ".";
          case NOT_BEGUN ->
              "One of them has a status that begins soon: " + status.kind().words() + ".";
          case ENDED_WITHIN_12_MONTHS, ENDED_LONGER_AGO ->
              "One of them had a status within 12 months: " + status.kind().words() + ".";
        };
    return new Stake(status.record(), Stake.Weight.STATUS_HELD, words, Handling.SHARED);
  }
}
