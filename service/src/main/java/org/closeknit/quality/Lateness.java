package org.closeknit.quality;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.agency.StaffId;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.submission.Sendings;
import org.closeknit.submission.SubmissionKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells an agency's data stewards that a kind of file is late: once, and again in the same notice
 * each time that the silence has doubled. Whichever instance looks first tells it.
 */
@Component
class Lateness {
  private static final System.Logger LOG = System.getLogger(Lateness.class.getName());

  private final Agencies agencies;
  private final Sendings sendings;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Lateness(
      Agencies agencies,
      Sendings sendings,
      Notices notices,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    this.agencies = agencies;
    this.sendings = sendings;
    this.notices = notices;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${closeknit.quality.first:PT5M}",
      fixedDelayString = "${closeknit.quality.every:PT1H}")
  void tell() {
    for (Agency agency : agencies.all()) {
      try {
        transaction.executeWithoutResult(status -> tell(agency));
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "A late file was not told of: " + e.getClass());
      }
    }
  }

  private void tell(Agency agency) {
    List<StaffId> stewards = stewards(agency);
    if (stewards.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    sendings
        .times(agency.id())
        .forEach((kind, times) -> {
          if (Freshness.late(times, now) && isToBeTold(agency, kind, times.getFirst(), now)) {
            notices.raise(notice(agency, kind, times, now, stewards));
          }
        });
  }

  /** Two instances that look at once wait for each other here, and one of them tells. */
  private boolean isToBeTold(Agency agency, SubmissionKind kind, Instant last, Instant now) {
    return jdbc.sql(
                """
                insert into late_file as known (agency_id, kind, last_came, told_at)
                values (:agency, :kind, :last, :now)
                on conflict (agency_id, kind) do update
                   set last_came = excluded.last_came, told_at = excluded.told_at
                 where known.last_came <> excluded.last_came
                    or excluded.told_at - known.last_came >= 2 * (known.told_at - known.last_came)
                """)
            .param("agency", agency.id().value())
            .param("kind", kind.word())
            .param("last", Timestamp.from(last))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private NewNotice notice(
      Agency agency, SubmissionKind kind, List<Instant> times, Instant now, List<StaffId> to) {
    var dates = new Dates(now);
    Instant last = times.getFirst();
    return NewNotice.ofNoChild(
        "late " + kind.word() + " " + last,
        agency.id(),
        to,
        "No file came for {since}: " + Wording.kind(kind).toLowerCase(java.util.Locale.UK),
        Map.of(
            "since", Wording.since(last, now),
            "place", agency.name(),
            "why",
                "The last came "
                    + dates.moment(last)
                    + ", and there was one about every "
                    + usually(Freshness.usual(times))
                    + " before."));
  }

  private static String usually(Duration gap) {
    return gap.toHours() < 1
        ? "hour"
        : gap.toHours() < 48
            ? Numbers.count((int) gap.toHours(), "hour", "hours")
            : Numbers.count((int) gap.toDays(), "day", "days");
  }

  private List<StaffId> stewards(Agency agency) {
    List<Staff> staff = agencies.staffOf(agency.id());
    List<StaffId> stewards = with(staff, Role.DATA_STEWARD);
    return stewards.isEmpty() ? with(staff, Role.ADMINISTRATOR) : stewards;
  }

  private static List<StaffId> with(List<Staff> staff, Role role) {
    return staff.stream().filter(one -> one.role() == role).map(Staff::id).toList();
  }
}
