package org.closeknit.benchmarks.workforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workforce, and which team works with which child. */
public final class Staff {
  private static final double HAS_CHILDREN = 0.35;
  private static final double SAME_NAME = 0.75;
  private static final double NEVER_SENT = 0.01;
  private static final int OPEN_CASES = 12_000;

  private final List<Person> people = new ArrayList<>();
  private final Map<Integer, List<Person>> ofTeam = new HashMap<>();
  private final Map<Integer, List<Person>> ofAgency = new HashMap<>();
  private final Map<Long, Boolean> cases = new HashMap<>();

  Staff(Chance chance, City city) {
    int agency = 0;
    for (Work work : Work.values()) {
      for (int n = 0; n < work.people; n++) {
        add(chance, city, work, agency + n % work.agencies, n / work.agencies / work.team);
      }
      agency += work.agencies;
    }
  }

  private void add(Chance chance, City city, Work work, int agency, int teamInIt) {
    int name = city.anybody(chance);
    int[] own = new int[chance.of(HAS_CHILDREN) ? chance.between(1, 2) : 0];
    for (int i = 0; i < own.length; i++) {
      own[i] = chance.below(city.children());
      city.isChildOf(chance, own[i], name, chance.of(SAME_NAME));
    }
    int team = agency * 1_000 + teamInIt;
    int[] caseload = new int[work.caseload];
    int unsent = 0;
    for (int i = 0; i < caseload.length; i++) {
      caseload[i] = work.caseload > 100 ? chance.below(city.children()) : chance.below(OPEN_CASES);
      unsent += chance.of(NEVER_SENT) ? 1 : 0;
    }
    for (int i = unsent; i < caseload.length; i++) {
      cases.put(key(team, caseload[i]), true);
    }
    var person =
        new Person(
            people.size(),
            work,
            agency,
            team,
            name,
            chance.below(City.POSTCODES),
            caseload,
            unsent,
            own);
    people.add(person);
    ofTeam.computeIfAbsent(team, unused -> new ArrayList<>()).add(person);
    ofAgency.computeIfAbsent(agency, unused -> new ArrayList<>()).add(person);
  }

  private static long key(int team, int child) {
    return (long) team << 32 | child;
  }

  boolean worksWith(int team, int child) {
    return cases.containsKey(key(team, child));
  }

  /** One who has an open case is called about more often than another. */
  int called(Chance chance, City city) {
    return chance.of(0.5) ? chance.below(OPEN_CASES) : chance.below(city.children());
  }

  int openCase(Chance chance) {
    return chance.below(OPEN_CASES);
  }

  public List<Person> people() {
    return people;
  }

  public List<Person> team(int team) {
    return ofTeam.getOrDefault(team, List.of());
  }

  public List<Person> agency(int agency) {
    return ofAgency.getOrDefault(agency, List.of());
  }

  Person anybody(Chance chance) {
    return people.get(chance.below(people.size()));
  }
}
