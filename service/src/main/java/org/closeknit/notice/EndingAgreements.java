package org.closeknit.notice;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Agreements;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who answer for an agreement, at each of its parties, that it ends: in time to sign
 * another, and once more before nothing is seen under it.
 */
@Component
class EndingAgreements {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final Set<Role> ANSWERING =
      EnumSet.of(Role.ADMINISTRATOR, Role.INFORMATION_GOVERNANCE_OFFICER);

  /** Days before the last one, the nearest first: time to sign, time to hurry, the last day. */
  private static final List<Integer> BEFORE = List.of(1, 14, 60);

  private final JdbcClient jdbc;
  private final Agreements agreements;
  private final Agencies agencies;
  private final Notices notices;
  private final InstantSource clock;

  EndingAgreements(
      JdbcClient jdbc,
      Agreements agreements,
      Agencies agencies,
      Notices notices,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.agreements = agreements;
    this.agencies = agencies;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${closeknit.agreements.look-every:PT1H}")
  @Transactional
  public void tell() {
    LocalDate today = today();
    agreements.all().stream().filter(one -> one.holdsOn(today)).forEach(one -> tell(one, today));
  }

  private void tell(Agreement agreement, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, agreement.until());
    BEFORE.stream()
        .filter(days -> left <= days)
        .findFirst()
        .filter(days -> isFirst(agreement, days))
        .ifPresent(days -> agreement.parties().forEach(party -> tell(agreement, party, days)));
  }

  private boolean isFirst(Agreement agreement, int days) {
    return jdbc.sql(
                """
                insert into agreement_warned (agreement_id, valid_until, days) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(agreement.id(), agreement.until(), days)
            .update()
        == 1;
  }

  private void tell(Agreement agreement, AgencyId party, int days) {
    List<StaffId> answering =
        agencies.staffOf(party).stream()
            .filter(one -> ANSWERING.contains(one.role()))
            .map(Staff::id)
            .toList();
    if (!answering.isEmpty()) {
      notices.raise(
          NewNotice.ofNoChild(
              "agreement ends " + agreement.id() + " " + agreement.until() + " " + days,
              party,
              answering,
              "The agreement “{purpose}” holds until {day}: from the day after, nothing is seen under it",
              Map.of("purpose", agreement.purpose(), "day", DAY.format(agreement.until()))));
    }
  }

  /** What ends or begins with a day is felt on open pages as soon as the day is there. */
  @Scheduled(cron = "1 0 0 * * *", zone = "Europe/London")
  void aDayBegins() {
    LocalDate today = today();
    if (agreements.all().stream()
        .anyMatch(one -> one.holdsOn(today) != one.holdsOn(today.minusDays(1)))) {
      notices.lookAgain();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }
}
