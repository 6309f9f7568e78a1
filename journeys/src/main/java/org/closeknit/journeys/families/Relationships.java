package org.closeknit.journeys.families;

import java.util.List;

/** Who is who to a child, as far as one agency has both on its books. */
final class Relationships {

  private final Filings filings;

  Relationships(Filings filings) {
    this.filings = filings;
  }

  void file(List<Held> held) {
    for (Held child : held) {
      if (!child.person().isAdult() && !child.person().restriction().equals("adopted")) {
        held.stream()
            .filter(other -> other.agency().equals(child.agency()) && !other.equals(child))
            .forEach(other -> file(child, other));
      }
    }
  }

  private void file(Held child, Held other) {
    Family family = child.family();
    Person person = other.person();
    if (person.equals(family.mother())) {
      relate(child, other, "mother");
    } else if (family.father().filter(person::equals).isPresent()) {
      relate(child, other, "father");
    } else if (family.partner().filter(person::equals).isPresent()) {
      relate(child, other, "household");
    } else if (person.number() > child.person().number() && !person.isUnborn()) {
      relate(child, other, "sibling");
    }
  }

  private void relate(Held child, Held other, String relationship) {
    filings.add(
        child.agency(),
        Line.of(Filed.RELATIONSHIPS)
            .with("local_id", child.localId())
            .with("other_local_id", other.localId())
            .with("relationship", relationship));
  }
}
