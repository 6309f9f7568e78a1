package org.closeknit.benchmarks.country;

import java.time.LocalDate;
import java.util.List;
import org.closeknit.linkage.Person;

/** Writes a child down as one agency heard of it, with the slips that clerks make. */
final class Clerk {
  private static final List<String> PLACEHOLDERS = List.of("Baby", "Infant", "Baby of");

  /** How often an agency has the NHS number. */
  private static final List<Double> NUMBERED = List.of(0.5, 0.85, 0.05, 0.1, 0.8);

  private static final List<String> AGENCIES =
      List.of("council", "hospital", "police", "school", "health visitor");

  private final Lots lots;

  Clerk(Lots lots) {
    this.lots = lots;
  }

  Person write(String id, Child child, int agency) {
    boolean newborn = agency == 1 && lots.chance(0.06);
    Child.Home home = newborn ? child.homes().getFirst() : lots.from(child.homes());
    String given = newborn ? placeholder(child) : given(child);
    String family = newborn ? lastWord(child.mother()) : family(child);
    if (!newborn && lots.chance(0.004)) {
      String swapped = given;
      given = family;
      family = swapped;
    }
    return Person.withId(id)
        .source(AGENCIES.get(agency))
        .givenName(given)
        .familyName(family)
        .birthDate(birthDate(child.born()))
        .sex(lots.chance(0.03) ? "" : child.girl() != lots.chance(0.002) ? "female" : "male")
        .address(address(home.address()))
        .postcode(
            lots.chance(0.06) ? "" : lots.chance(0.01) ? typed(home.postcode()) : home.postcode())
        .phone(lots.chance(0.45) ? "" : child.phone())
        .nhsNumber(lots.chance(NUMBERED.get(agency)) ? child.nhsNumber() : "")
        .motherName(
            lots.chance(0.35) ? "" : lots.chance(0.03) ? typed(child.mother()) : child.mother())
        .extra("school", agency == 3 || lots.chance(0.3) ? child.school() : "")
        .build();
  }

  private String placeholder(Child child) {
    return child.birthOrder() > 0
        ? "Twin " + child.birthOrder()
        : lots.from(PLACEHOLDERS) + (child.girl() ? " Girl" : " Boy");
  }

  private String given(Child child) {
    return name(child.given(), Names.isEnglish(child.background()) ? 0.05 : 0.12);
  }

  private String family(Child child) {
    if (lots.chance(0.025)) {
      return lots.chance(0.5) ? child.otherFamily() : lastWord(child.mother());
    }
    return name(child.family(), Names.isEnglish(child.background()) ? 0.02 : 0.09);
  }

  private String name(List<String> forms, double otherForm) {
    String usual = forms.getFirst();
    if (forms.size() > 1 && lots.chance(otherForm)) {
      return lots.from(forms.subList(1, forms.size()));
    }
    return switch (lots.weighted(0.965, 0.025, 0.006, 0.004)) {
      case 1 -> typed(usual);
      case 2 -> typed(typed(usual));
      case 3 -> "";
      default -> usual;
    };
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private String typed(String name) {
    if (name.length() < 4) {
      return name;
    }
    int at = 1 + lots.below(name.length() - 2);
    String start = name.substring(0, at);
    String end = name.substring(at + 1);
    char letter = name.charAt(at);
    return switch (lots.below(4)) {
      case 0 -> start + end;
      case 1 -> start + letter + letter + end;
      case 2 -> start + end.charAt(0) + letter + end.substring(1);
      default -> start + (char) ('a' + lots.below(26)) + end;
    };
  }

  private String birthDate(LocalDate born) {
    return switch (lots.weighted(0.956, 0.012, 0.008, 0.005, 0.004, 0.005, 0.01)) {
      case 1 ->
          born.getDayOfMonth() <= 12
              ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()).toString()
              : born.toString();
      case 2 -> born.minusDays(1).toString();
      case 3 -> born.minusYears(1).toString();
      case 4 -> born.minusDays(10).toString();
      case 5 -> born.getYear() + "-01-01";
      case 6 -> "";
      default -> born.toString();
    };
  }

  private String address(String address) {
    return switch (lots.weighted(0.66, 0.18, 0.07, 0.09)) {
      case 1 ->
          address.replace(" Street", " St").replace(" Road", " Rd").replace(" Avenue", " Ave");
      case 2 -> typed(address);
      case 3 -> "";
      default -> address;
    };
  }
}
