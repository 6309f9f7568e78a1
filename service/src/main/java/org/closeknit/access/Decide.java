package org.closeknit.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Kind;
import org.closeknit.audit.Asker;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.Restriction;

/** The rules on who may see what. Pure: values in, values out. */
final class Decide {
  /** All that the health check opens; entries, workers, addresses and relatives stay shut. */
  private static final Set<Item> HEALTH_CHECK = Set.of(Item.STATUSES, Item.VISITS);

  private final Map<AgencyId, Kind> kinds;

  Decide(Map<AgencyId, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /**
   * What an asker may open of a child.
   *
   * @param agreements those of the asker's agency that hold today
   */
  Opening opening(
      Asker asker,
      ChildRecords child,
      Purpose purpose,
      Relation relation,
      Collection<Agreement> agreements) {
    var opened = new EnumMap<Item, Set<AgencyRecord>>(Item.class);
    for (Item item : Item.values()) {
      var records = new LinkedHashSet<AgencyRecord>();
      for (AgencyRecord record : child.records()) {
        if (opens(asker, child, record, item, purpose, relation, agreements)) {
          records.add(record);
        }
      }
      opened.put(item, records);
    }
    return new Opening(
        opened,
        agreements.stream()
            .filter(one ->
                one.content() && one.visitReasons() && one.kinds().contains(Item.VISITS.word()))
            .flatMap(one -> one.parties().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private boolean opens(
      Asker asker,
      ChildRecords child,
      AgencyRecord record,
      Item item,
      Purpose purpose,
      Relation relation,
      Collection<Agreement> agreements) {
    if (purpose == Purpose.HEALTH_CHECK && !HEALTH_CHECK.contains(item)) {
      return false;
    }
    boolean own = record.keeper().equals(asker.agency().id());
    if (!own && (record.restriction() != Restriction.NONE || sealed(child))) {
      return false;
    }
    return switch (relation) {
      case NONE -> false;
      case STATED -> own;
      case CONFIRMED, STEWARD, CARE -> own || shared(record.keeper(), item, agreements);
      // That a desk's agency keeps a record is its own word: it opens where such a word does.
      case DUTY ->
          own
              || (shared(record.keeper(), item, agreements)
                  && wordOpens(asker.agency().kind(), List.of(record), agreements));
    };
  }

  boolean sealed(ChildRecords child) {
    return Seal.isOn(child, keeper -> Objects.requireNonNull(kinds.get(keeper)));
  }

  private static boolean shared(AgencyId keeper, Item item, Collection<Agreement> agreements) {
    return agreements.stream()
        .anyMatch(one ->
            one.content() && one.parties().contains(keeper) && one.kinds().contains(item.word()));
  }

  /**
   * Whether the word of an agency, that one of its staff works with a child, opens what others
   * hold.
   */
  boolean wordOpens(Kind agency, List<AgencyRecord> others, Collection<Agreement> agreements) {
    return others.stream()
        .allMatch(record ->
            agreements.stream()
                .anyMatch(one ->
                    one.parties().contains(record.keeper())
                        && one.involvementsOpenFor().contains(agency)));
  }

  /** Whether an item may be read by an agency other than its sender, by the sender's handling. */
  boolean handlingAllows(Asker asker, AgencyId keeper, Handling handling) {
    if (asker.agency().id().equals(keeper)) {
      return true;
    }
    Kind reader = asker.agency().kind();
    return switch (handling) {
      case SHARED, PROFESSIONALS_ONLY -> true;
      // Police and social work decide together on police intelligence (strategy discussion).
      case POLICE_SENSITIVE ->
          kinds.get(keeper) == Kind.POLICE && (reader == Kind.POLICE || reader == Kind.COUNCIL);
      case BROKER, AGENCY_ONLY -> false;
    };
  }
}
