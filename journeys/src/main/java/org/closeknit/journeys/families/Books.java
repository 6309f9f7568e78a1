package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.journeys.cast.Cast;

/** Decides which agencies know whom, and has the clerks write it down. */
final class Books {

  private static final int MOST_AGENCIES = 5;

  /** A hospital that wrote a newborn down and, later, the child with a name: two entries of one. */
  private static final double HELD_TWICE = 0.03;

  private final Draw draw;
  private final Map<String, Desk> desks = new LinkedHashMap<>();
  private final Clerk clerk;
  private final LocalDate today;

  Books(Draw draw, Cast cast, LocalDate today) {
    this.draw = draw;
    this.today = today;
    this.clerk = new Clerk(draw.apart("clerk"), today);
    cast.agencies().forEach(agency -> desks.put(agency.id(), Desk.of(agency)));
  }

  List<Held> of(Family family) {
    List<Held> held = new ArrayList<>();
    for (Person child : family.children()) {
      for (String agency : agencies(family, child)) {
        held.add(write(agency, child, family));
        if (desk(agency).is("hospital") && twice(child)) {
          held.add(write(agency, child, family));
        }
      }
    }
    family.adults().forEach(adult -> held.addAll(adult(family, adult, held)));
    mothersOfUnborn(held);
    return held;
  }

  private boolean twice(Person child) {
    return !child.isUnborn() && draw.chance(HELD_TWICE);
  }

  private Held write(String agency, Person person, Family family) {
    LocalDate first = person.isAdult() ? today.minusYears(6) : person.day();
    LocalDate earliest = first.isBefore(today.minusYears(6)) ? today.minusYears(6) : first;
    LocalDate since =
        person.isUnborn()
            ? today.minusDays(draw.between(5, 60))
            : draw.day(earliest, latest(earliest));
    return clerk.write(desk(agency), person, family, since);
  }

  private Desk desk(String agency) {
    return Optional.ofNullable(desks.get(agency)).orElseThrow();
  }

  private LocalDate latest(LocalDate earliest) {
    LocalDate middle = earliest.plusDays(ChronoUnit.DAYS.between(earliest, today) / 2);
    return middle.isAfter(today.minusDays(3)) ? today.minusDays(3) : middle;
  }

  /** The likeliest first, so that the cap leaves those who know the child best. */
  private List<String> agencies(Family family, Person child) {
    if (child.restriction().equals("adopted")) {
      return List.of(family.council());
    }
    List<Chance> chances =
        child.isUnborn()
            ? unborn(family)
            : family.isScottish() ? inScotland(family, child) : inEngland(family, child);
    List<String> known =
        chances.stream()
            .sorted(Comparator.comparingDouble(Chance::often).reversed())
            .filter(chance -> draw.chance(chance.often()))
            .map(Chance::agency)
            .limit(MOST_AGENCIES)
            .toList();
    return known.isEmpty() ? List.of(chances.getFirst().agency()) : known;
  }

  /** How often an agency knows such a child. */
  private record Chance(String agency, double often) {}

  private List<Chance> inEngland(Family family, Person child) {
    int age = child.ageOn(today);
    int need = family.need().degree();
    List<Chance> chances = new ArrayList<>();
    chances.add(new Chance("causeway-surgery", 0.42));
    chances.add(new Chance(family.council(), by(need, 0.15, 0.75, 1, 1)));
    chances.add(new Chance("fernhill-hospital", age == 0 ? 0.95 : 0.62));
    chances.add(new Chance("st-brides", by(need, 0.18, 0.25, 0.3, 0.4)));
    chances.add(new Chance("northmere-police", by(need, 0.02, 0.2, 0.35, 0.6)));
    chances.add(new Chance("northmere-community-health", age < 5 ? 0.85 : 0.2));
    if (age >= 11) {
      chances.add(new Chance("beckfoot-academy", 0.8));
    } else if (age >= 4 && family.council().equals("northmere-council")) {
      chances.add(new Chance("larkspur-primary", 0.8));
    }
    family.formerCouncil().ifPresent(former -> chances.add(new Chance(former, 0.7)));
    return chances;
  }

  private List<Chance> inScotland(Family family, Person child) {
    int age = child.ageOn(today);
    int need = family.need().degree();
    List<Chance> chances = new ArrayList<>();
    chances.add(new Chance("kirkinver-practice", 0.55));
    chances.add(new Chance(family.council(), by(need, 0.2, 0.75, 1, 1)));
    chances.add(new Chance("glenorran-infirmary", age == 0 ? 0.95 : 0.65));
    chances.add(new Chance("glenorran-police", by(need, 0.02, 0.2, 0.35, 0.6)));
    chances.add(new Chance("childrens-reporter", by(need, 0.01, 0.1, 0.3, 0.65)));
    if (age >= 5) {
      chances.add(new Chance("corriebeg-school", 0.8));
    }
    family.formerCouncil().ifPresent(former -> chances.add(new Chance(former, 0.7)));
    return chances;
  }

  private static List<Chance> unborn(Family family) {
    return List.of(
        new Chance(family.isScottish() ? "glenorran-infirmary" : "fernhill-hospital", 0.95),
        new Chance(family.council(), by(family.need().degree(), 0.1, 0.4, 0.9, 1)));
  }

  private static double by(int need, double... chances) {
    return chances[need];
  }

  /** An adult is on the books of some of those who know the children, never of a school. */
  private List<Held> adult(Family family, Person adult, List<Held> children) {
    boolean isMother = adult.equals(family.mother());
    return children.stream()
        .filter(held -> !held.person().isAdult())
        .map(Held::agency)
        .distinct()
        .filter(agency -> !desk(agency).is("school"))
        .filter(_ -> draw.chance(isMother ? 0.6 : 0.3))
        .map(agency -> write(agency, adult, family))
        .toList();
  }

  /** Whoever keeps an unborn child keeps the mother, and names her. */
  private void mothersOfUnborn(List<Held> held) {
    for (Held child : List.copyOf(held)) {
      if (child.person().isUnborn()) {
        Person mother = child.family().mother();
        Held kept =
            held.stream()
                .filter(h -> h.agency().equals(child.agency()) && h.person().equals(mother))
                .findFirst()
                .orElseGet(() -> write(child.agency(), mother, child.family()));
        if (!held.contains(kept)) {
          held.add(kept);
        }
        child.line().with("mother_local_id", kept.localId());
      }
    }
  }
}
