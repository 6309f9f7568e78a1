package org.closeknit.benchmarks.workforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All that a workforce looks at, day by day. */
public final class HundredDays {
  private static final double PER_DAY = 0.9 * 40;
  private static final double SPREAD = 0.45;
  private static final double SLIP = 0.004;
  private static final double COVER = 0.06;
  private static final double COVER_UNKNOWN = 0.1;
  private static final double MOVED = 0.03;
  private static final double TOGETHER = 0.15;

  private final Chance chance;
  private final City city;
  private final Staff staff;
  private final Shifts shifts;
  private final Wrongs wrongs;
  private final double perDay;

  /** The last day on which the agencies of a kind of work wrote down that they saw a child. */
  private final int[][] written = new int[Work.values().length][];

  public HundredDays(long seed, double share) {
    chance = new Chance(seed);
    city = new City(chance);
    staff = new Staff(chance, city);
    shifts = new Shifts(chance, staff.people().size());
    wrongs = new Wrongs(chance, city, staff, shifts);
    perDay = PER_DAY * share;
    for (int work = 0; work < written.length; work++) {
      written[work] = new int[city.children()];
      Arrays.fill(written[work], -10);
    }
  }

  public City city() {
    return city;
  }

  public Staff staff() {
    return staff;
  }

  public List<Wrong> wrongs() {
    return wrongs.all();
  }

  public static int days() {
    return Shifts.DAYS;
  }

  /** The children in the news, each with the first day of it. */
  public Map<Integer, Integer> inTheNews() {
    return wrongs.inTheNews();
  }

  /** All looks of a day; the days are taken in their order. */
  public List<Seen> day(int day) {
    var seen = new ArrayList<Seen>();
    for (Person person : staff.people()) {
      if (shifts.atWork(person, day)) {
        int looks = (int) Math.round(perDay * chance.lognormal(SPREAD));
        for (int i = 0; i < looks; i++) {
          work(person, day, seen);
        }
      }
    }
    for (Wrongs.Look look : wrongs.on(day)) {
      seen.add(
          new Seen(
              look.person(),
              look.child(),
              stands(look.person(), look.child(), day, Seen.Written.NOTHING),
              look.wrong()));
    }
    return seen;
  }

  private void work(Person person, int day, List<Seen> seen) {
    if (chance.of(SLIP)) {
      add(person, chance.below(city.children()), day, Seen.Written.NOTHING, seen);
      return;
    }
    switch (person.work().way) {
      case CASES -> caseOf(person, day, seen);
      case CALLS -> stranger(person, staff.called(chance, city), day, seen);
      case PATIENTS -> stranger(person, chance.below(city.children()), day, seen);
    }
  }

  private void caseOf(Person person, int day, List<Seen> seen) {
    if (chance.of(COVER)) {
      List<Person> team = staff.team(person.team());
      int[] cases = team.get(chance.below(team.size())).cases();
      boolean unknown = chance.of(COVER_UNKNOWN);
      add(
          person,
          unknown ? staff.openCase(chance) : chance.of(cases),
          day,
          unknown ? Seen.Written.NOTHING : Seen.Written.TEAMS_CASE,
          seen);
    } else if (chance.of(MOVED)) {
      add(person, staff.openCase(chance), day, Seen.Written.OWN_CASE, seen);
    } else {
      int at = chance.below(person.cases().length);
      Seen.Written why = at < person.unsent() ? Seen.Written.NOTHING : Seen.Written.OWN_CASE;
      add(person, person.cases()[at], day, why, seen);
    }
  }

  private void stranger(Person person, int child, int day, List<Seen> seen) {
    boolean unwritten = chance.of(person.work().unwritten);
    if (!unwritten) {
      written[person.work().ordinal()][child] = day;
    }
    Seen.Written why = unwritten ? Seen.Written.NOTHING : Seen.Written.VISIT_OR_ENTRY;
    add(person, child, day, why, seen);
    if (chance.of(TOGETHER)) {
      List<Person> team = staff.team(person.team());
      Person other = team.get(chance.below(team.size()));
      if (shifts.atWork(other, day)) {
        add(other, child, day, why, seen);
      }
    }
  }

  private void add(Person person, int child, int day, Seen.Written why, List<Seen> seen) {
    seen.add(new Seen(person, child, stands(person, child, day, why), Wrong.NONE));
  }

  /** Somebody else's work may explain a look that has no reason of its own. */
  private Seen.Written stands(Person person, int child, int day, Seen.Written why) {
    if (why != Seen.Written.NOTHING) {
      return why;
    }
    if (staff.worksWith(person.team(), child)) {
      return Seen.Written.TEAMS_CASE;
    }
    boolean sawIt = day - written[person.work().ordinal()][child] <= 3;
    return sawIt ? Seen.Written.VISIT_OR_ENTRY : Seen.Written.NOTHING;
  }
}
