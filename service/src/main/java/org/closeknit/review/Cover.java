package org.closeknit.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.access.Access;
import org.closeknit.access.Item;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
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
  private final Agencies agencies;
  private final Access access;
  private final Holdings holdings;

  Cover(Agencies agencies, Access access, Holdings holdings) {
    this.agencies = agencies;
    this.access = access;
    this.holdings = holdings;
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
    return access.terms(council).shows(keeper, Item.PEOPLE);
  }
}
