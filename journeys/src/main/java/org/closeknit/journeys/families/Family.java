package org.closeknit.journeys.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * People who belong together, where they live and how much help they have needed.
 *
 * @param council the agency of the council in whose area they live
 * @param homes the first one first, the present one last
 * @param formerCouncil where they lived before, when they came from another council's area
 */
record Family(
    int number,
    String council,
    Optional<String> formerCouncil,
    String nation,
    String background,
    String language,
    Need need,
    List<Home> homes,
    String phone,
    Person mother,
    Optional<Person> father,
    Optional<Person> partner,
    List<Person> children) {

  /** From the services that everybody has, to a child protection plan or care. */
  enum Need {
    EVERYDAY(0),
    SOME_HELP(1),
    CHILD_IN_NEED(2),
    PROTECTION(3);

    private final int degree;

    Need(int degree) {
      this.degree = degree;
    }

    /** As the tables of what happens to families count it. */
    int degree() {
      return degree;
    }

    boolean atLeast(Need other) {
      return degree >= other.degree;
    }
  }

  Family {
    homes = List.copyOf(homes);
    children = List.copyOf(children);
  }

  Home home() {
    return homes.getLast();
  }

  List<Person> adults() {
    List<Person> adults = new ArrayList<>(List.of(mother));
    father.ifPresent(adults::add);
    partner.ifPresent(adults::add);
    return adults;
  }

  boolean isScottish() {
    return nation.equals("scotland");
  }
}
