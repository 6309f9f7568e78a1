package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Peoples the three council areas with families. */
final class Neighbourhood {

  private static final int FAMILIES = 400;

  /** The share of families of each need, so that about one child in six has or had a status. */
  private static final double[] NEEDS = {0.42, 0.37, 0.08, 0.13};

  private final Draw draw;
  private final Names names = new Names();
  private final Places places = new Places();
  private final Births births;
  private final LocalDate today;
  private final List<Family> families = new ArrayList<>();

  private Neighbourhood(Draw draw, Numbers numbers, LocalDate today) {
    this.draw = draw;
    this.today = today;
    this.births = new Births(draw, names, numbers, today);
  }

  /** All but those that are written by hand. */
  static List<Family> of(Draw draw, Numbers numbers, LocalDate today) {
    Neighbourhood neighbourhood = new Neighbourhood(draw, numbers, today);
    for (int number = WrittenFamilies.FAMILIES + 1; number <= FAMILIES; number++) {
      neighbourhood.moveIn(number);
    }
    return new Restrictions(draw.apart("restrictions")).appliedTo(neighbourhood.families);
  }

  private void moveIn(int number) {
    String council = council();
    String nation = nation(council);
    String background = names.background(draw, nation);
    Name fathers = surname(background);
    Name mothers = draw.chance(0.55) ? fathers : names.family(draw, background);
    Person mother = births.adult(background, mothers, 24, 46, true);
    Optional<Name> former =
        draw.chance(0.14) ? Optional.of(names.family(draw, background)) : Optional.empty();
    List<Person> children =
        births.children(mother, background, childrens(fathers, mothers), former, wantedChildren());
    Optional<String> formerCouncil = formerCouncil(council);
    families.add(
        new Family(
            number,
            council,
            formerCouncil,
            nation,
            background,
            names.language(background),
            Family.Need.values()[draw.weighted(NEEDS)],
            homes(formerCouncil.orElse(council), council),
            Phones.family(number),
            mother,
            sometimes(0.72, births.adult(background, fathers, 25, 52, false)),
            sometimes(0.12, births.adult("british", names.family(draw, "british"), 22, 50, false)),
            children));
  }

  private Optional<Person> sometimes(double often, Person person) {
    return draw.chance(often) ? Optional.of(person) : Optional.empty();
  }

  private String council() {
    return List.of("northmere-council", "eastholm-council", "glenorran-council")
        .get(draw.weighted(0.42, 0.28, 0.30));
  }

  private static String nation(String council) {
    return council.equals("glenorran-council") ? "scotland" : "england";
  }

  /** One family in twenty-five bears the name of another one of its background: cousins. */
  private Name surname(String background) {
    List<Family> akin =
        families.stream().filter(family -> family.background().equals(background)).toList();
    return !akin.isEmpty() && draw.chance(0.04)
        ? draw.from(akin).children().getFirst().family()
        : names.family(draw, background);
  }

  private Name childrens(Name fathers, Name mothers) {
    if (fathers.usual().equals(mothers.usual())) {
      return fathers;
    }
    return switch (draw.weighted(0.45, 0.30, 0.25)) {
      case 0 -> fathers;
      case 1 -> mothers;
      default ->
          mothers.usual().contains("-") || mothers.others().contains(fathers.usual())
              ? fathers
              : mothers.joinedTo(fathers);
    };
  }

  private int wantedChildren() {
    return 1 + draw.weighted(0.16, 0.35, 0.27, 0.14, 0.08);
  }

  private Optional<String> formerCouncil(String council) {
    List<String> others =
        List.of("northmere-council", "eastholm-council", "glenorran-council").stream()
            .filter(other -> !other.equals(council))
            .toList();
    return draw.chance(0.06) ? Optional.of(draw.from(others)) : Optional.empty();
  }

  private List<Home> homes(String first, String last) {
    LocalDate from = today.minusDays(draw.between(1500, 5000));
    List<Home> homes = new ArrayList<>(List.of(places.home(draw, first, from)));
    int moves = first.equals(last) ? draw.weighted(0.5, 0.33, 0.17) : 1;
    for (int move = 0; move < moves; move++) {
      from = draw.day(from.plusDays(200), today.minusDays(20));
      homes.add(places.home(draw, last, from));
    }
    return homes;
  }
}
