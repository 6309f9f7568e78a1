package org.closeknit.benchmarks.workforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A thousand wrongs, spread over the days. */
final class Wrongs {
  private static final int CHILDREN_IN_THE_NEWS = 5;
  private static final int DAYS_IN_THE_NEWS = 14;

  private final Chance chance;
  private final City city;
  private final Staff staff;
  private final Shifts shifts;
  private final List<Wrong> all = new ArrayList<>();
  private final Map<Integer, List<Look>> ofDay = new HashMap<>();
  private final Map<Integer, Integer> inTheNews = new HashMap<>();

  Wrongs(Chance chance, City city, Staff staff, Shifts shifts) {
    this.chance = chance;
    this.city = city;
    this.staff = staff;
    this.shifts = shifts;
    times(250, this::family);
    times(150, this::colleague);
    times(150, this::neighbour);
    for (int child = 0; child < CHILDREN_IN_THE_NEWS; child++) {
      news();
    }
    times(150, this::formerPartner);
    times(75, () -> trawl(Wrong.Kind.TRAWL, chance.between(1, 3)));
    times(75, () -> trawl(Wrong.Kind.SLOW_TRAWL, chance.between(56, 98)));
  }

  /** One look of a wrong. */
  record Look(Person person, int child, int wrong) {}

  List<Wrong> all() {
    return all;
  }

  List<Look> on(int day) {
    return ofDay.getOrDefault(day, List.of());
  }

  /** The first day on which a child is in the news, by child. */
  Map<Integer, Integer> inTheNews() {
    return inTheNews;
  }

  private static void times(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }

  private void family() {
    boolean own = chance.of(0.3);
    Person person = one(who -> !own || staff.people().get(who).own().length > 0);
    int child = own ? chance.of(person.own()) : chance.below(city.children());
    if (!own && chance.of(0.45)) {
      city.hasNameOf(child, person.name());
    }
    looks(Wrong.Kind.FAMILY, person, child, chance.of(0.6) ? 1 : chance.between(2, 4), 28);
  }

  private void colleague() {
    boolean team = chance.of(0.6);
    while (true) {
      Person person = staff.anybody(chance);
      List<Person> near = team ? staff.team(person.team()) : staff.agency(person.agency());
      Person other = near.get(chance.below(near.size()));
      if (other.id() != person.id() && other.own().length > 0) {
        int times = chance.of(0.7) ? 1 : 2;
        looks(Wrong.Kind.COLLEAGUES_CHILD, person, chance.of(other.own()), times, 14);
        return;
      }
    }
  }

  private void neighbour() {
    Person person = staff.anybody(chance);
    int child = city.neighbour(chance, person.home(), chance.of(0.5));
    looks(Wrong.Kind.NEIGHBOUR, person, child, chance.of(0.6) ? 1 : chance.between(2, 3), 28);
  }

  /** Ten teams, three people of each. */
  private void news() {
    int child = staff.openCase(chance);
    int first = chance.between(5, Shifts.DAYS - DAYS_IN_THE_NEWS);
    inTheNews.put(child, first);
    for (int i = 0; i < 10; i++) {
      List<Person> team = staff.team(staff.anybody(chance).team());
      for (int who = 0; who < 3; who++) {
        Person person = team.get(chance.below(team.size()));
        spread(Wrong.Kind.IN_THE_NEWS, person, child, 1, first, first + DAYS_IN_THE_NEWS - 1);
      }
    }
  }

  private void formerPartner() {
    Person person = staff.anybody(chance);
    int child = chance.below(city.children());
    if (chance.of(0.3)) {
      city.hasNameOf(child, person.name());
    }
    looks(Wrong.Kind.FORMER_PARTNER, person, child, chance.between(3, 20), 70);
  }

  private void trawl(Wrong.Kind kind, int days) {
    Person person = staff.anybody(chance);
    int from = chance.between(0, Shifts.DAYS - days);
    int id = all.size();
    int last = from;
    int total = chance.between(30, 90);
    List<Integer> atWork = shifts.of(person, from, from + days - 1);
    if (atWork.isEmpty()) {
      trawl(kind, days);
      return;
    }
    for (int day : atWork) {
      int children = kind == Wrong.Kind.TRAWL ? 1 + total / atWork.size() : chance.between(1, 3);
      for (int i = 0; i < children; i++) {
        add(day, new Look(person, chance.below(city.children()), id));
      }
      last = day;
    }
    all.add(new Wrong(id, kind, person, City.UNKNOWN, atWork.getFirst(), last));
  }

  private Person one(IntPredicate fits) {
    while (true) {
      Person person = staff.anybody(chance);
      if (fits.test(person.id())) {
        return person;
      }
    }
  }

  private void looks(Wrong.Kind kind, Person person, int child, int times, int within) {
    int from = chance.between(0, Shifts.DAYS - within);
    spread(kind, person, child, times, from, from + within - 1);
  }

  private void spread(Wrong.Kind kind, Person person, int child, int times, int from, int until) {
    List<Integer> atWork = shifts.of(person, from, until);
    int id = all.size();
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = 0; i < times && !atWork.isEmpty(); i++) {
      int day = atWork.get(chance.below(atWork.size()));
      add(day, new Look(person, child, id));
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    if (atWork.isEmpty()) {
      spread(kind, person, child, times, 0, Shifts.DAYS - 1);
      return;
    }
    all.add(new Wrong(id, kind, person, child, first, last));
  }

  private void add(int day, Look look) {
    ofDay.computeIfAbsent(day, unused -> new ArrayList<>()).add(look);
  }
}
