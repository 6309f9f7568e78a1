package org.closeknit.matrix;

import java.util.EnumSet;
import org.closeknit.matrix.Said.Asker;
import org.closeknit.matrix.Said.Child;
import org.closeknit.matrix.Said.Door;
import org.closeknit.matrix.Said.Handling;
import org.closeknit.matrix.Said.Kind;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Restriction;
import org.closeknit.matrix.Said.Role;
import org.closeknit.matrix.Said.Sort;
import org.closeknit.matrix.Said.Stand;
import org.closeknit.matrix.Said.Terms;
import org.closeknit.matrix.Said.Thing;

/**
 * Who may see what, by the sentences in which the rules are told: the page "Who can see what", the
 * decisions 52, 82, 100, 115 and 117, and the issue on access. It knows nothing of the service: no
 * class of it, and no table.
 */
final class Oracle {
  private Oracle() {}

  static Stand stand(Asker asker, Child child, Door door) {
    boolean kept = child.records().containsKey(asker.agency());
    return switch (door) {
      case WORK -> work(asker, child, kept);
      // Who a child was before an adoption is found by nobody, whoever holds the name still.
      case SEARCH -> formerly(child) ? Stand.NONE : work(asker, child, kept);
      case LOOKS -> looks(asker, child, kept);
      case EMERGENCY -> Stand.EMERGENCY;
      case CARE -> Stand.CARE;
      case REVIEW -> kept && !hidden(asker, child) ? Stand.REVIEW : Stand.NONE;
      case ADOPTION ->
          kept && asker.role() == Role.ADOPTION_WORKER && council(asker)
              ? Stand.ADOPTION
              : Stand.NONE;
      case SENT, RECEIPT -> kept ? Stand.OWN_RECORD : Stand.NONE;
    };
  }

  /** One works with the child, or answers for one's agency's children at its desk. */
  private static Stand work(Asker asker, Child child, boolean kept) {
    boolean desk = asker.role() == Role.DUTY_WORKER || asker.role() == Role.TEAM_MANAGER;
    boolean answers = council(asker) && (desk || asker.role() == Role.MACHINE);
    if (kept && answers && child.words().contains(asker.agency())) {
      return Stand.DESK;
    }
    return switch (asker.work()) {
      case CONFIRMED -> Stand.CONFIRMED;
      case STATED -> Stand.STATED;
      case NONE -> kept && (desk || answers) ? Stand.OWN_RECORD : Stand.NONE;
    };
  }

  /** Who works with a child sees who looked; an officer, every look at their agency's record. */
  private static Stand looks(Asker asker, Child child, boolean kept) {
    Stand work = work(asker, child, kept);
    boolean officer = asker.role() == Role.INFORMATION_GOVERNANCE_OFFICER;
    return work == Stand.NONE && kept && officer ? Stand.OWN_RECORD : work;
  }

  /** Where another restricts a record, or it is of who a child was, a steward finds no child. */
  private static boolean hidden(Asker asker, Child child) {
    return child.records().entrySet().stream()
        .anyMatch(record ->
            record.getValue() == Restriction.ADOPTED
                || (record.getValue() != Restriction.NONE
                    && !record.getKey().equals(asker.agency())));
  }

  private static boolean formerly(Child child) {
    return child.records().containsValue(Restriction.ADOPTED);
  }

  private static boolean council(Asker asker) {
    return asker.agency().sort() == Sort.COUNCIL;
  }

  /** Whether the asker reads it. */
  static boolean reads(Asker asker, Child child, Door door, Thing thing) {
    Stand stand = stand(asker, child, door);
    Restriction restriction = child.records().getOrDefault(thing.sender(), Restriction.NONE);
    if (stand == Stand.NONE
        || (stand == Stand.CARE && !EnumSet.of(Kind.STATUSES, Kind.VISITS).contains(thing.kind()))
        || (stand == Stand.ADOPTION && thing.kind() != Kind.PEOPLE)) {
      return false;
    }
    if (thing.sender().equals(asker.agency())) {
      return door == Door.RECEIPT || restriction != Restriction.ADOPTED || stand == Stand.ADOPTION;
    }
    return restriction == Restriction.NONE
        && !sealed(child)
        && goesTo(asker.agency(), thing)
        && agreed(child.terms(), thing)
        && child.terms().content()
        && opens(asker, child.terms(), stand, thing.sender());
  }

  /**
   * Whether the asker may know that an agency is involved of which they read nothing. Who decides
   * which records are one child is told whom to call about each, whatever is agreed.
   */
  static boolean knowsOf(Asker asker, Child child, Door door, Party agency) {
    Stand stand = stand(asker, child, door);
    if (stand == Stand.REVIEW) {
      return true;
    }
    return EnumSet.of(Stand.CONFIRMED, Stand.DESK, Stand.EMERGENCY).contains(stand)
        && !agency.equals(asker.agency())
        && child.records().get(agency) == Restriction.NONE
        && !sealed(child)
        && child.terms().inForce()
        && !child.terms().content();
  }

  /**
   * Whoever reads a record is told who has looked at it, and so that they are involved; an officer
   * is told of every look at their agency's record, a check by whoever it was too.
   */
  static boolean seesLooksOf(Asker reader, Child child, Door door, Asker looker) {
    boolean officer = reader.role() == Role.INFORMATION_GOVERNANCE_OFFICER && door == Door.LOOKS;
    return child.records().keySet().stream()
        .map(keeper -> new Thing(keeper, Kind.PEOPLE, Handling.SHARED, false))
        .filter(record -> reads(reader, child, door, record))
        .anyMatch(record ->
            reads(looker, child, Door.WORK, record)
                || (officer && record.sender().equals(reader.agency())));
  }

  /** While a council or the Reporter restricts theirs, nobody learns of the child from others. */
  private static boolean sealed(Child child) {
    return child.records().entrySet().stream()
        .filter(record -> record.getValue() != Restriction.NONE)
        .map(record -> record.getKey().sort())
        .anyMatch(sort -> sort == Sort.COUNCIL || sort == Sort.REPORTER);
  }

  private static boolean goesTo(Party reader, Thing thing) {
    return switch (thing.handling()) {
      case SHARED, PROFESSIONALS_ONLY -> true;
      case POLICE_SENSITIVE ->
          thing.sender().sort() == Sort.POLICE
              && (reader.sort() == Sort.POLICE || reader.sort() == Sort.COUNCIL);
      case BROKER, AGENCY_ONLY, NO_KNOWN_WORD -> false;
    };
  }

  private static boolean agreed(Terms terms, Thing thing) {
    return terms.inForce()
        && terms.kinds().contains(thing.kind())
        && (!thing.reasonOfVisit() || terms.reasonsOfVisits());
  }

  private static boolean opens(Asker asker, Terms terms, Stand stand, Party sender) {
    boolean ownWord = terms.word().filter(asker.agency().sort()::equals).isPresent();
    return switch (stand) {
      case STATED, DESK -> ownWord;
      // A confirmation lends what the council that gave it may see by its own word, and no more.
      case CONFIRMED ->
          ownWord
              || asker.confirmer().filter(sender::equals).isPresent()
              || terms.word().filter(Sort.COUNCIL::equals).isPresent();
      case EMERGENCY, CARE, REVIEW -> true;
      case NONE, OWN_RECORD, ADOPTION -> false;
    };
  }
}
