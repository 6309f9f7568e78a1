package org.closeknit.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
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

  /** What an asker may open of a child. */
  Opening opening(Asker asker, ChildRecords child, Purpose purpose, Standing standing) {
    var opened = new EnumMap<Item, Set<AgencyRecord>>(Item.class);
    for (Item item : Item.values()) {
      var records = new LinkedHashSet<AgencyRecord>();
      for (AgencyRecord record : child.records()) {
        if (opens(asker, child, record, item, purpose, standing)) {
          records.add(record);
        }
      }
      opened.put(item, records);
    }
    return new Opening(
        opened,
        standing.agreements().stream()
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
      Standing standing) {
    if (purpose == Purpose.HEALTH_CHECK && !HEALTH_CHECK.contains(item)) {
      return false;
    }
    boolean own = record.keeper().equals(asker.agency().id());
    if (purpose == Purpose.ADOPTION) {
      return own && item == Item.PEOPLE && standing.relation() == Relation.ADOPTION_TEAM;
    }
    if (own && Seal.isFormerIdentity(child, record.keeper())) {
      return false;
    }
    if (!own && (record.restriction() != Restriction.NONE || sealed(child))) {
      return false;
    }
    Collection<Agreement> agreements = standing.agreements();
    boolean shared = shared(record.keeper(), item, agreements);
    boolean byWord = shared && wordOpens(asker.agency().kind(), record.keeper(), agreements);
    return switch (standing.relation()) {
      case NONE, ADOPTION_TEAM -> false;
      case KEEPS -> own;
      case STATED, DUTY -> own || byWord;
      case CONFIRMED ->
          own
              || byWord
              || (shared
                  && standing.confirmedBy().stream().anyMatch(one -> opens(one, record, item)));
      case STEWARD, CARE -> own || shared;
    };
  }

  /** A confirmation opens no more than the council that gave it may see by its own word. */
  private static boolean opens(Standing.Confirmer council, AgencyRecord record, Item item) {
    return record.keeper().equals(council.council())
        || (shared(record.keeper(), item, council.agreements())
            && wordOpens(Kind.COUNCIL, record.keeper(), council.agreements()));
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
   * Whether the word of an agency of some kind, that one of its staff works with a child, opens
   * what a keeper holds.
   */
  private static boolean wordOpens(Kind agency, AgencyId keeper, Collection<Agreement> agreements) {
    return agreements.stream()
        .anyMatch(
            one -> one.parties().contains(keeper) && one.involvementsOpenFor().contains(agency));
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
