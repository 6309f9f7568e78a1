package org.closeknit.benchmarks.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.linkage.Person;

/**
 * What five agencies hold of the children of a country. The same seed gives the same records.
 *
 * @param truth which child each record's id is of
 * @param notEnglish the ids of records of children whose names an English clerk does not know
 */
public record Country(List<Person> people, Map<String, String> truth, Set<String> notEnglish) {
  private static final double HELD_TWICE = 0.02;
  private static final int AGENCIES = 5;

  public static Country of(int records, long seed) {
    Lots lots = new Lots(seed);
    Families families = new Families(lots, new Names());
    Clerk clerk = new Clerk(lots);
    List<Person> people = new ArrayList<>(records + 64);
    Map<String, String> truth = new HashMap<>(2 * records);
    Set<String> notEnglish = new HashSet<>();
    while (people.size() < records) {
      families.family(child -> {
        for (int agency = 0; agency < AGENCIES; agency++) {
          int times = lots.chance(0.55) ? lots.chance(HELD_TWICE) ? 2 : 1 : 0;
          for (int time = 0; time < times; time++) {
            String id = id(lots, people.size());
            people.add(clerk.write(id, child, agency));
            truth.put(id, "c" + child.person());
            if (!Names.isEnglish(child.background())) {
              notEnglish.add(id);
            }
          }
        }
      });
    }
    people.sort(Comparator.comparing(Person::id));
    return new Country(people, truth, notEnglish);
  }

  /** Records of one child do not lie beside one another. */
  private static String id(Lots lots, int number) {
    return Integer.toString(lots.below(1 << 30), 36) + '-' + number;
  }
}
