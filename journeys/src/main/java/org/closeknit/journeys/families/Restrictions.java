package org.closeknit.journeys.families;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks the few whom hardly anybody may see: a hidden address, a closed record, a former identity.
 */
final class Restrictions {

  private static final int ADDRESSES = 5;
  private static final int RECORDS = 3;
  private static final int ADOPTIONS = 3;

  private final Draw draw;

  Restrictions(Draw draw) {
    this.draw = draw;
  }

  List<Family> appliedTo(List<Family> families) {
    List<Family> marked = new ArrayList<>(families);
    mark(marked, ADDRESSES, "address");
    mark(marked, RECORDS, "record");
    mark(marked, ADOPTIONS, "adopted");
    return marked;
  }

  private void mark(List<Family> families, int wanted, String restriction) {
    int left = wanted;
    while (left > 0) {
      int at = draw.between(0, families.size() - 1);
      Family family = families.get(at);
      boolean free = family.children().stream().allMatch(c -> c.restriction().equals("none"));
      if (free && family.need().atLeast(Family.Need.CHILD_IN_NEED)) {
        families.set(at, marked(family, restriction));
        left--;
      }
    }
  }

  /** An address is hidden for all of them, a record or an adoption is one child's. */
  private static Family marked(Family family, String restriction) {
    List<Person> children = new ArrayList<>();
    for (Person child : family.children()) {
      boolean concerned = restriction.equals("address") || children.isEmpty();
      children.add(concerned && !child.isUnborn() ? child.restricted(restriction) : child);
    }
    return new Family(
        family.number(),
        family.council(),
        family.formerCouncil(),
        family.nation(),
        family.background(),
        family.language(),
        family.need(),
        family.homes(),
        family.phone(),
        family.mother(),
        family.father(),
        family.partner(),
        children);
  }
}
