package org.closeknit.access;

import static org.closeknit.access.Ruling.Why.EMERGENCY_IS_OVER;
import static org.closeknit.access.Ruling.Why.FORMER_IDENTITY;
import static org.closeknit.access.Ruling.Why.HANDLED_MORE_CLOSELY;
import static org.closeknit.access.Ruling.Why.NOT_AGREED;
import static org.closeknit.access.Ruling.Why.NOT_CONFIRMED;
import static org.closeknit.access.Ruling.Why.NOT_FOR_THIS_PURPOSE;
import static org.closeknit.access.Ruling.Why.NO_RELATION;
import static org.closeknit.access.Ruling.Why.RESTRICTED_BY_ITS_KEEPER;
import static org.closeknit.access.Ruling.Why.SEALED_BY_WHO_ANSWERS_FOR_SAFETY;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.Restriction;

/** The one decision on who may see what. Pure: values in, a value out. */
final class Decide {
  private static final Ruling WHOLE = new Ruling.Allowed(Ruling.Extent.WITH_REASONS_OF_VISITS);
  private static final Ruling CONTENT = new Ruling.Allowed(Ruling.Extent.CONTENT);
  private static final Ruling EXISTENCE = new Ruling.Allowed(Ruling.Extent.EXISTENCE);
  private static final Map<Ruling.Why, Ruling> REFUSED = refused();

  private Decide() {}

  /** Whether one thing is open to whoever asks. */
  static Ruling on(Who who, What what, When when) {
    Optional<Ruling.Why> shut = beforeAllElse(who, what, when);
    if (shut.isPresent()) {
      return no(shut.get());
    }
    if (what.sender().equals(who.agency())) {
      return own(who, what);
    }
    if (what.restriction() != Restriction.NONE) {
      return no(RESTRICTED_BY_ITS_KEEPER);
    }
    if (what.sealed()) {
      return no(SEALED_BY_WHO_ANSWERS_FOR_SAFETY);
    }
    if (!handlingAllows(who.kind(), when.net().kind(what.sender()), what.handling())) {
      return no(HANDLED_MORE_CLOSELY);
    }
    return byAgreement(who, what, when.net());
  }

  /** Who a child was before an adoption is for the adoption team, and for that purpose alone. */
  private static Ruling own(Who who, What what) {
    boolean adoptionTeam = who.relation() == Relation.ADOPTION_TEAM;
    if (adoptionTeam != (who.purpose() == Purpose.ADOPTION)) {
      return no(NOT_FOR_THIS_PURPOSE);
    }
    return what.former() && !adoptionTeam ? no(FORMER_IDENTITY) : WHOLE;
  }

  private static Optional<Ruling.Why> beforeAllElse(Who who, What what, When when) {
    if (who.relation() == Relation.NONE) {
      return Optional.of(NO_RELATION);
    }
    if (!who.purpose().covers(what.item())) {
      return Optional.of(NOT_FOR_THIS_PURPOSE);
    }
    boolean over =
        who.relation() == Relation.EMERGENCY
            && who.emergencyUntil().map(end -> !when.at().isBefore(end)).orElse(true);
    return over ? Optional.of(EMERGENCY_IS_OVER) : Optional.empty();
  }

  private static Ruling byAgreement(Who who, What what, Net net) {
    Shared shared = net.between(who.agency(), what.sender());
    boolean content = shared.content().contains(what.item());
    if (!content && !shared.existence().contains(what.item())) {
      return no(NOT_AGREED);
    }
    if (!content) {
      return who.relation().learnsWhoIsInvolved() ? EXISTENCE : no(NOT_CONFIRMED);
    }
    if (!relationOpens(who, what, net, shared)) {
      return no(NOT_CONFIRMED);
    }
    return shared.reasons() ? WHOLE : CONTENT;
  }

  /** Whether how somebody stands to the child is enough for what agencies share. */
  private static boolean relationOpens(Who who, What what, Net net, Shared shared) {
    return switch (who.relation()) {
      case NONE, KEEPS, ADOPTION_TEAM -> false;
      case STATED, DUTY -> shared.opensByWord(who.kind(), what.item());
      case CONFIRMED ->
          shared.opensByWord(who.kind(), what.item()) || confirmerSees(who, what, net);
      case STEWARD, CARE, EMERGENCY -> true;
    };
  }

  /** A confirmation opens no more than the council that gave it may see by its own word. */
  private static boolean confirmerSees(Who who, What what, Net net) {
    for (AgencyId council : who.confirmedBy()) {
      if (council.equals(what.sender())
          || net.between(council, what.sender()).opensByWord(Kind.COUNCIL, what.item())) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item may be read by an agency other than its sender, by the sender's handling. */
  static boolean handlingAllows(Kind reader, Kind sender, Handling handling) {
    return switch (handling) {
      case SHARED, PROFESSIONALS_ONLY -> true;
      // Police and social work decide together on police intelligence (strategy discussion).
      case POLICE_SENSITIVE ->
          sender == Kind.POLICE && (reader == Kind.POLICE || reader == Kind.COUNCIL);
      case BROKER, AGENCY_ONLY -> false;
    };
  }

  /** What of a child is open: of each kind the records, each sender's handling aside. */
  static Opening of(Who who, ChildRecords child, When when) {
    boolean sealed = when.net().sealed(child);
    var opened = new EnumMap<Item, Set<AgencyRecord>>(Item.class);
    var known = new HashSet<AgencyId>();
    for (Item item : Item.values()) {
      opened.put(item, new LinkedHashSet<>());
    }
    for (AgencyRecord record : child.records()) {
      What what = What.of(Item.PEOPLE, record, sealed, child, Handling.SHARED);
      opened.forEach((item, records) -> {
        Ruling ruling = on(who, what.of(item), when);
        if (ruling.opensContent()) {
          records.add(record);
        } else if (ruling instanceof Ruling.Allowed) {
          known.add(record.keeper());
        }
      });
    }
    return new Opening(opened, known);
  }

  private static Ruling no(Ruling.Why why) {
    return REFUSED.getOrDefault(why, new Ruling.Refused(why));
  }

  private static Map<Ruling.Why, Ruling> refused() {
    var all = new EnumMap<Ruling.Why, Ruling>(Ruling.Why.class);
    for (Ruling.Why why : Ruling.Why.values()) {
      all.put(why, new Ruling.Refused(why));
    }
    return all;
  }
}
