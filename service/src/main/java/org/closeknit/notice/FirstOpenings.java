package org.closeknit.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.access.ChildFirstOpened;
import org.closeknit.agency.Staff;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.person.AgencyRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows the lead professional who has opened, for the first time, what others hold of the child.
 */
@Component
class FirstOpenings {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** To know who looks is no alarm: it waits until the lead is back from a week away. */
  private static final Duration TO_LOOK = Duration.ofDays(7);

  private final Notices notices;
  private final CaseTeams teams;

  FirstOpenings(Notices notices, CaseTeams teams) {
    this.notices = notices;
    this.teams = teams;
  }

  /**
   * In the transaction of the opening: an opening of which the lead is not told does not happen.
   */
  @EventListener
  void on(ChildFirstOpened opened) {
    Optional<Staff> lead =
        teams
            .lead(opened.child(), LocalDate.ofInstant(opened.at(), LONDON))
            .filter(staff -> !staff.id().toString().equals(opened.asker().actor()));
    lead.ifPresent(staff ->
        notices.raise(
            new NewNotice(
                "data",
                "first opening " + opened.asker().actor() + " " + opened.child().child(),
                opened.child(),
                opened.child().keptBy(staff.agency()).stream().map(AgencyRecord::id).findFirst(),
                staff.agency(),
                List.of(staff.id()),
                false,
                "{who} has opened {child}’s record for the first time",
                Map.of(
                    "who", opened.asker().name(),
                    "role", opened.asker().roleWords(),
                    "place", opened.asker().agency().name()),
                Optional.of(TO_LOOK))));
  }
}
