package org.closeknit.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Kind;
import org.closeknit.person.AgencyId;

/** A way by which somebody comes to read what another agency holds, as the rules tell it. */
enum Way {
  OWN_WORD(
      Relation.STATED,
      Purpose.CASEWORK,
      "As soon as your agency says that somebody works with the child, that person reads"),
  DESK(
      Relation.DUTY,
      Purpose.DUTY,
      "At your council’s duty desk, of a child with whom your council works or for whom it holds a status, one reads"),
  CONFIRMED(
      Relation.CONFIRMED,
      Purpose.CASEWORK,
      "Once a council that may see it itself has confirmed that somebody works with the child, that person reads"),
  HEALTH_CHECK(
      Relation.CARE, Purpose.HEALTH_CHECK, "A health check of a child who comes to care shows"),
  STEWARD(
      Relation.STEWARD,
      Purpose.MATCH_REVIEW,
      "A data steward who decides which records are one child’s reads"),
  EMERGENCY(
      Relation.EMERGENCY,
      Purpose.EMERGENCY,
      "In an emergency, of one child and for a short time, with the lead professional told at once, one reads");

  private final Relation relation;
  private final Purpose purpose;
  private final String words;

  Way(Relation relation, Purpose purpose, String words) {
    this.relation = relation;
    this.purpose = purpose;
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether people of an agency ever come this way. */
  boolean isFor(Agency reader) {
    return switch (this) {
      case DESK -> reader.kind() == Kind.COUNCIL;
      case HEALTH_CHECK -> reader.kind() == Kind.HOSPITAL || reader.kind() == Kind.GP;
      case OWN_WORD, CONFIRMED, STEWARD, EMERGENCY -> true;
    };
  }

  Who who(Agency reader, When when) {
    Set<AgencyId> councils =
        when.net().shownTo(reader.id()).keySet().stream()
            .filter(one -> when.net().kind(one) == Kind.COUNCIL)
            .collect(Collectors.toSet());
    Who who = Who.of(reader, purpose, relation, councils);
    return this == EMERGENCY ? who.inEmergency(when.at().plusSeconds(1)) : who;
  }
}
