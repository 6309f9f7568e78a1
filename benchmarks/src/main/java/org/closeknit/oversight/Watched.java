package org.closeknit.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closeknit.benchmarks.workforce.HundredDays;
import org.closeknit.benchmarks.workforce.Person;
import org.closeknit.benchmarks.workforce.Seen;
import org.closeknit.benchmarks.workforce.Work;
import org.closeknit.benchmarks.workforce.Wrong;

/** A workforce under the watch of the service's own rules, a day at a time. */
public final class Watched {
  private static final int DAYS_IN_THE_NEWS = 14;
  private static final int WINDOW = 28;

  private final HundredDays days;
  private final Neighbourhood near;
  private final List<Told> told = new ArrayList<>();
  private final Map<Work, Usually> usually = new HashMap<>();
  private final Map<Long, int[]> withoutGround = new HashMap<>();
  private final Tallies tallies;
  private long looks;
  private long explained;

  public Watched(HundredDays days, boolean homesKnown, double... thresholds) {
    this.days = days;
    this.near =
        new Neighbourhood(days.city(), days.staff(), new Commonness(days.city()), homesKnown);
    this.tallies = new Tallies(days.staff().people().size(), HundredDays.days());
    for (double one : thresholds) {
      told.add(new Told(one));
    }
    for (Work work : Work.values()) {
      usually.put(work, new Usually());
    }
  }

  public List<Told> told() {
    return told;
  }

  public long looks() {
    return looks;
  }

  public long explained() {
    return explained;
  }

  public void watch() {
    Map<Integer, Set<Integer>> trawls = trawlsByPerson();
    for (int day = 0; day < HundredDays.days(); day++) {
      List<Seen> seen = days.day(day);
      var team = new TeamLooks(seen);
      for (Seen one : seen) {
        look(one, day, team);
      }
      usually.values().forEach(Usually::dayIsOver);
      tally(day, trawls);
    }
  }

  private void look(Seen one, int day, TeamLooks team) {
    Person person = one.person();
    Ground ground = ground(one, team);
    Usually usual = usually.get(person.work());
    usual.count(ground);
    looks++;
    explained += ground.explains() ? 1 : 0;
    int daysWithout = ground.explains() ? 0 : without(person, one.child(), day);
    tallies.count(person.id(), day, one.child(), daysWithout == 1);
    var sighting =
        new Sighting(
            ground,
            mark(one.child(), day),
            near.of(person, one.child()),
            daysWithout,
            usual.share());
    Weighed weighed = Weighing.of(sighting);
    for (Told each : told) {
      each.look(weighed, person.id(), one.child(), day, one.wrong());
    }
  }

  private static Ground ground(Seen one, TeamLooks team) {
    return switch (one.written()) {
      case OWN_CASE -> Ground.WORKS_WITH_THE_CHILD;
      case TEAMS_CASE -> Ground.TEAM_WORKS_WITH_THE_CHILD;
      case VISIT_OR_ENTRY -> Ground.AGENCY_SAW_THE_CHILD;
      case NOTHING -> team.othersLooked(one) ? Ground.TEAM_LOOKED : Ground.NONE;
    };
  }

  private Sighting.Mark mark(int child, int day) {
    Integer first = days.inTheNews().get(child);
    return first != null && day >= first && day < first + DAYS_IN_THE_NEWS
        ? Sighting.Mark.IN_THE_NEWS
        : Sighting.Mark.NONE;
  }

  /** On how many days by now. */
  private int without(Person person, int child, int day) {
    int[] known =
        withoutGround.computeIfAbsent(
            (long) person.id() << 32 | child, unused -> new int[] {0, -1});
    if (known[1] != day) {
      known[0]++;
      known[1] = day;
    }
    return known[0];
  }

  private void tally(int day, Map<Integer, Set<Integer>> trawls) {
    for (int window : new int[] {1, WINDOW}) {
      for (Work work : Work.values()) {
        List<Person> people =
            days.staff().people().stream().filter(one -> one.work() == work).toList();
        List<Tally> all = tallies.of(people, day, window);
        for (int i = 0; i < people.size(); i++) {
          Person person = people.get(i);
          int wrong = wrong(person, day, window, trawls);
          for (Told each : told) {
            each.tally(all.get(i), person.id(), day, wrong);
          }
        }
      }
    }
  }

  /** The trawl that a person is at within a window. */
  private int wrong(Person person, int day, int window, Map<Integer, Set<Integer>> trawls) {
    return trawls.getOrDefault(person.id(), Set.of()).stream()
        .filter(id -> {
          Wrong wrong = days.wrongs().get(id);
          return day >= wrong.from() && day - window < wrong.until();
        })
        .findFirst()
        .orElse(Wrong.NONE);
  }

  private Map<Integer, Set<Integer>> trawlsByPerson() {
    var trawls = new HashMap<Integer, Set<Integer>>();
    for (Wrong wrong : days.wrongs()) {
      if (wrong.child() < 0) {
        trawls.computeIfAbsent(wrong.person().id(), unused -> new HashSet<>()).add(wrong.id());
      }
    }
    return trawls;
  }
}
