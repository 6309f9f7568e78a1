package org.closeknit.journeys.families;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes people onto an agency's books, as well as a busy person can. */
final class Clerk {

  /** Systems that know no letters but those of English. */
  private static final Set<String> PLAIN_LETTERS =
      Set.of("fernhill-hospital", "northmere-police", "glenorran-police", "kirkinver-practice");

  /** How often a kind of agency has the health number of somebody. */
  private static final Map<String, Double> HAS_NUMBER =
      Map.of(
          "council",
          0.72,
          "hospital",
          0.94,
          "gp",
          0.98,
          "school",
          0.06,
          "police",
          0.01,
          "reporter",
          0.35);

  private static final Pattern BORN_HERE = Pattern.compile("fernhill-hospital|glenorran-infirmary");

  private final Draw draw;
  private final Slips slips;
  private final LocalDate today;
  private final Set<String> localIds = new HashSet<>();

  Clerk(Draw draw, LocalDate today) {
    this.draw = draw;
    this.slips = new Slips(draw, today);
    this.today = today;
  }

  Held write(Desk desk, Person person, Family family, LocalDate since) {
    Line line =
        Line.of(Filed.PEOPLE).with("local_id", localId(desk)).with("kind", person.kind().word());
    name(line, desk, person, family);
    born(line, desk, person, family);
    line.with("sex", sex(person)).with("language", draw.chance(0.6) ? family.language() : "");
    number(line, desk, person, family);
    address(line, desk, person, family);
    if (desk.is("school") && !person.isAdult()) {
      line.with("school", desk.name());
    }
    boolean closed = person.restriction().equals("adopted");
    line.with("restricted", desk.is("council") ? person.restriction() : "none")
        .with("ended_on", closed ? today.minusDays(400) : "");
    return new Held(desk.agency(), line.get("local_id"), person, family, since, line);
  }

  private String localId(Desk desk) {
    String id = desk.prefix() + draw.between(100_000, 999_999);
    return localIds.add(id) ? id : localId(desk);
  }

  private void name(Line line, Desk desk, Person person, Family family) {
    if (person.isUnborn()) {
      put(line, desk, "", family.mother().family().usual());
      return;
    }
    if (isNewborn(person, desk)) {
      put(line, desk, placeholder(person, family), family.mother().family().usual());
      return;
    }
    String given = (given(person.given()) + middle(desk, person)).strip();
    String surname = surname(person, family);
    boolean swapped =
        !given.isBlank()
            && !surname.equals("unknown")
            && draw.chance(family.background().equals("chinese") ? 0.10 : 0.012);
    put(line, desk, swapped ? surname : given, swapped ? given : surname);
    if (!surname.equals(person.family().usual()) && draw.chance(0.3)) {
      line.with("previous_names", person.given().usual() + " " + person.family().usual());
    }
  }

  /** A hospital's register keeps the name from the cot until somebody mends it. */
  private boolean isNewborn(Person person, Desk desk) {
    return person.kind() == Person.Kind.CHILD
        && BORN_HERE.matcher(desk.agency()).matches()
        && draw.chance(person.ageOn(today) == 0 ? 0.6 : 0.03);
  }

  private String placeholder(Person person, Family family) {
    List<Person> together =
        family.children().stream()
            .filter(c -> !c.isUnborn() && c.day().equals(person.day()))
            .toList();
    if (together.size() > 1) {
      return (together.size() == 2 ? "Twin " : "Triplet ") + (together.indexOf(person) + 1);
    }
    return draw.from(List.of("Baby", person.female() ? "Baby Girl" : "Baby Boy"));
  }

  private void put(Line line, Desk desk, String given, String family) {
    boolean plain = PLAIN_LETTERS.contains(desk.agency());
    line.with("given_names", plain ? Slips.plainLetters(given) : given)
        .with("family_name", plain ? Slips.plainLetters(family) : family);
  }

  private String given(Name name) {
    return switch (draw.weighted(898, 60, 26, 8, 8)) {
      case 1 -> slips.otherForm(name);
      case 2 -> slips.typed(name.usual());
      case 3 -> slips.scanned(name.usual());
      case 4 -> "";
      default -> name.usual();
    };
  }

  private String middle(Desk desk, Person person) {
    boolean kept = draw.chance(desk.is("school") || desk.is("police") ? 0.05 : 0.15);
    return person.middle().filter(_ -> kept).map(name -> " " + name.usual()).orElse("");
  }

  private String surname(Person person, Family family) {
    Name name = person.family();
    boolean joined = name.usual().contains("-") && !name.usual().startsWith("Al-");
    if (joined && draw.chance(0.4)) {
      return draw.from(name.others());
    }
    boolean differs = !name.usual().equals(family.mother().family().usual());
    if (!person.isAdult() && differs && draw.chance(0.12)) {
      return family.mother().family().usual();
    }
    return switch (draw.weighted(913, 46, 28, 8, 5)) {
      case 1 -> slips.otherForm(name);
      case 2 -> slips.typed(name.usual());
      case 3 -> slips.scanned(name.usual());
      case 4 -> "unknown";
      default -> name.usual();
    };
  }

  private void born(Line line, Desk desk, Person person, Family family) {
    if (person.isUnborn()) {
      line.with("expected_birth_date", person.day());
      return;
    }
    boolean fromAbroad = Set.of("somali", "arabic", "pakistani").contains(family.background());
    double estimated = desk.is("police") ? 0.03 : fromAbroad ? 0.03 : 0.004;
    boolean missing = draw.chance(desk.is("police") ? 0.06 : person.isAdult() ? 0.04 : 0.004);
    if (!missing) {
      line.with("birth_date", slips.date(person.day(), estimated));
    }
  }

  private String sex(Person person) {
    if (person.isUnborn() || draw.chance(0.03)) {
      return "unknown";
    }
    return person.female() != draw.chance(0.004) ? "female" : "male";
  }

  private void number(Line line, Desk desk, Person person, Family family) {
    if (person.isUnborn() || !draw.chance(HAS_NUMBER.getOrDefault(desk.kind(), 0.0))) {
      return;
    }
    boolean scottish = desk.inScotland();
    boolean both = family.formerCouncil().isPresent() && draw.chance(0.5);
    if (scottish || both) {
      line.with("chi_number", person.chiNumber());
    }
    if (!scottish || both) {
      line.with("nhs_number", person.nhsNumber())
          .with(
              "nhs_number_verified", draw.chance(desk.is("council") ? 0.55 : 0.95) ? "yes" : "no");
    }
  }

  private void address(Line line, Desk desk, Person person, Family family) {
    if (person.restriction().equals("address") && !desk.is("council")) {
      return;
    }
    boolean late = family.homes().size() > 1 && draw.chance(desk.is("council") ? 0.05 : 0.15);
    Home home = late ? family.homes().get(family.homes().size() - 2) : family.home();
    line.with("address", slips.address(home.address()))
        .with("postcode", slips.postcode(home.postcode()))
        .with("phone", draw.chance(0.75) ? phone(family) : "");
    if (!late && desk.is("council") && draw.chance(0.5)) {
      line.with("address_from", home.from()).with("address_verified_by", "home visit");
    }
  }

  private String phone(Family family) {
    return draw.chance(0.15) ? Phones.former(family.number()) : Phones.family(family.number());
  }
}
