package org.closeknit.review;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.access.Item;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Agreements;
import org.closeknit.agency.Kind;
import org.closeknit.agency.Role;
import org.closeknit.match.Holdings;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Who decides where no agency that keeps a record has a data steward: those of the council of the
 * area. That is the one, among the councils to which all of these agencies show their people, that
 * knows most of the children whom they know.
 */
@Component
class Cover {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Agencies agencies;
  private final Agreements agreements;
  private final Holdings holdings;
  private final InstantSource clock;

  Cover(Agencies agencies, Agreements agreements, Holdings holdings, InstantSource clock) {
    this.agencies = agencies;
    this.agreements = agreements;
    this.holdings = holdings;
    this.clock = clock;
  }

  /** The agencies that have a data steward of their own. */
  Set<AgencyId> staffed() {
    return agencies.employing(Role.DATA_STEWARD);
  }

  /** The council that decides for some agencies; none where one of them can itself, or no other. */
  Optional<AgencyId> councilFor(Set<AgencyId> keepers) {
    Set<AgencyId> staffed = staffed();
    if (keepers.isEmpty() || keepers.stream().anyMatch(staffed::contains)) {
      return Optional.empty();
    }
    List<AgencyId> councils =
        agencies.all().stream()
            .filter(agency -> agency.kind() == Kind.COUNCIL)
            .map(Agency::id)
            .filter(staffed::contains)
            .filter(council -> keepers.stream().allMatch(keeper -> shows(keeper, council)))
            .toList();
    if (councils.size() < 2) {
      return councils.stream().findFirst();
    }
    Map<AgencyId, Long> known = holdings.knownTo(councils, keepers);
    return councils.stream()
        .max(
            Comparator.<AgencyId>comparingLong(council -> known.getOrDefault(council, 0L))
                .thenComparing(AgencyId::value));
  }

  private boolean shows(AgencyId keeper, AgencyId council) {
    return agreements.of(keeper, LocalDate.ofInstant(clock.instant(), LONDON)).stream()
        .filter(terms -> terms.content() && terms.kinds().contains(Item.PEOPLE.word()))
        .flatMap(terms -> terms.parties().stream())
        .collect(Collectors.toSet())
        .contains(council);
  }
}
