package org.closeknit.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.benchmarks.workforce.City;
import org.closeknit.benchmarks.workforce.Person;
import org.closeknit.benchmarks.workforce.Staff;

/** What is near between a person and a child, by what the registers hold of both. */
final class Neighbourhood {
  private final City city;
  private final Staff staff;
  private final Commonness common;
  private final boolean homesKnown;
  private final Map<Integer, Map<Integer, Person>> namesOfAgency = new HashMap<>();

  Neighbourhood(City city, Staff staff, Commonness common, boolean homesKnown) {
    this.city = city;
    this.staff = staff;
    this.common = common;
    this.homesKnown = homesKnown;
  }

  Nearness of(Person person, int child) {
    int mother = city.mother(child);
    int father = city.father(child);
    boolean family = city.family(child) == City.familyOf(person.name());
    boolean parent = mother == person.name() || father == person.name();
    Optional<Nearness.Colleague> colleague = colleague(person, mother, father);
    Optional<Nearness.TeamsName> team = family ? Optional.empty() : teamsName(person, child);
    Optional<Nearness.Home> home = homesKnown ? home(person, child) : Optional.empty();
    if (!family && !parent && colleague.isEmpty() && team.isEmpty() && home.isEmpty()) {
      return Nearness.NONE;
    }
    return new Nearness(
        family
            ? Optional.of(new Nearness.FamilyName(common.family(city.family(child))))
            : Optional.empty(),
        parent
            ? Optional.of(new Nearness.ParentsName(common.parent(person.name())))
            : Optional.empty(),
        colleague,
        team,
        home);
  }

  private Optional<Nearness.TeamsName> teamsName(Person person, int child) {
    List<Person> team = staff.team(person.team());
    for (Person one : team) {
      if (one.id() != person.id() && City.familyOf(one.name()) == city.family(child)) {
        return Optional.of(
            new Nearness.TeamsName("", common.family(city.family(child)), team.size()));
      }
    }
    return Optional.empty();
  }

  private Optional<Nearness.Colleague> colleague(Person person, int mother, int father) {
    Map<Integer, Person> names = namesOfAgency.computeIfAbsent(person.agency(), this::names);
    Person other = names.get(mother);
    if (other == null) {
      other = names.get(father);
    }
    if (other == null || other.name() == person.name()) {
      return Optional.empty();
    }
    boolean team = other.team() == person.team();
    List<Person> among = team ? staff.team(person.team()) : staff.agency(person.agency());
    return Optional.of(new Nearness.Colleague("", team, common.parent(other.name()), among.size()));
  }

  private Map<Integer, Person> names(int agency) {
    var names = new HashMap<Integer, Person>();
    staff.agency(agency).forEach(one -> names.put(one.name(), one));
    return names;
  }

  private Optional<Nearness.Home> home(Person person, int child) {
    int there = city.postcode(child);
    if (there == person.home()) {
      return Optional.of(new Nearness.Home(true, common.postcode(there)));
    }
    return City.sector(there) == City.sector(person.home())
        ? Optional.of(new Nearness.Home(false, common.sector(there)))
        : Optional.empty();
  }
}
