package org.closeknit.oversight;

import java.util.HashMap;
import java.util.Map;
import org.closeknit.benchmarks.workforce.City;

/** How often each name and place comes, counted as the service counts what it holds. */
final class Commonness {
  private final Map<Integer, Integer> families = new HashMap<>();
  private final Map<Integer, Integer> parents = new HashMap<>();
  private final Map<Integer, Integer> postcodes = new HashMap<>();
  private final Map<Integer, Integer> sectors = new HashMap<>();
  private final int children;
  private int allParents;

  Commonness(City city) {
    children = city.children();
    for (int child = 0; child < city.children(); child++) {
      families.merge(city.family(child), 1, Integer::sum);
      postcodes.merge(city.postcode(child), 1, Integer::sum);
      sectors.merge(City.sector(city.postcode(child)), 1, Integer::sum);
      parent(city.mother(child));
      parent(city.father(child));
    }
  }

  private void parent(int whole) {
    if (whole != City.UNKNOWN) {
      parents.merge(whole, 1, Integer::sum);
      allParents++;
    }
  }

  double family(int name) {
    return Share.of(families.getOrDefault(name, 1), children);
  }

  double parent(Integer whole) {
    return Share.of(parents.getOrDefault(whole, 1), allParents);
  }

  double postcode(int postcode) {
    return Share.of(postcodes.getOrDefault(postcode, 1), children);
  }

  double sector(int postcode) {
    return Share.of(sectors.getOrDefault(City.sector(postcode), 1), children);
  }
}
