package org.closeknit.benchmarks.country;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Families one after the other: brothers and sisters, twins, half-brothers, moves. */
final class Families {
  private static final LocalDate OLDEST = LocalDate.of(2009, 1, 1);
  private static final int DAYS = 6_400;
  private static final double TWIN_BIRTHS = 0.016;
  private static final double MOVED = 0.3;
  private static final double ANOTHER_FAMILY_NAME = 0.08;
  private static final String[] STREETS = {"Street", "Road", "Lane", "Avenue", "Close", "Drive"};
  private static final int TOWNS = 90;
  private static final int STREETS_OF_A_TOWN = 180;
  private static final int HOUSES = 90;

  private final Lots lots;
  private final Names names;
  private int people;
  private int numbers = 1_000_000;

  Families(Lots lots, Names names) {
    this.lots = lots;
    this.names = names;
  }

  void family(Consumer<Child> to) {
    String background = names.background(lots);
    List<String> family = familyName(background);
    String mothersName = names.draw(lots, background, "family").getFirst();
    String mother =
        names.draw(lots, background, "girl").getFirst()
            + ' '
            + (lots.chance(0.6) ? family.getFirst() : mothersName);
    List<Child.Home> homes = new ArrayList<>(List.of(home()));
    if (lots.chance(MOVED)) {
      homes.add(home());
    }
    String phone = "07700 9" + String.format("%05d", lots.below(100_000));
    LocalDate born = OLDEST.plusDays(lots.below(DAYS));
    List<String> given = new ArrayList<>();
    int births = 1 + lots.weighted(0.42, 0.38, 0.14, 0.06);
    for (int birth = 0; birth < births && born.isBefore(OLDEST.plusDays(DAYS)); birth++) {
      int of = lots.chance(TWIN_BIRTHS) ? 2 : 1;
      boolean half = birth > 0 && lots.chance(ANOTHER_FAMILY_NAME);
      List<String> own = half ? List.of(family.getFirst() + '-' + mothersName) : family;
      for (int order = 1; order <= of; order++) {
        boolean girl = lots.chance(0.49);
        List<String> forms = another(background, girl, given);
        given.add(forms.getFirst());
        to.accept(
            new Child(
                people++,
                background,
                forms,
                own,
                mothersName,
                born,
                of > 1 ? order : 0,
                girl,
                number(),
                homes,
                phone,
                mother,
                school(homes, born)));
      }
      born = born.plusDays(330 + lots.below(1_500));
    }
  }

  private List<String> familyName(String background) {
    List<String> one = names.draw(lots, background, "family");
    if (!lots.chance(0.05)) {
      return one;
    }
    String other = names.draw(lots, background, "family").getFirst();
    return List.of(one.getFirst() + '-' + other, one.getFirst(), other);
  }

  /** Nobody gives two children one name. */
  private List<String> another(String background, boolean girl, List<String> given) {
    List<String> forms = names.draw(lots, background, girl ? "girl" : "boy");
    while (isTaken(forms.getFirst(), given)) {
      forms = names.draw(lots, background, girl ? "girl" : "boy");
    }
    return forms;
  }

  private static boolean isTaken(String name, List<String> given) {
    String start = name.substring(0, Math.min(3, name.length()));
    return given.stream().anyMatch(other -> other.startsWith(start));
  }

  private Child.Home home() {
    int town = lots.below(TOWNS);
    int street = lots.below(STREETS_OF_A_TOWN);
    int house = 1 + lots.below(HOUSES);
    List<String> form = List.of(STREETS);
    String name =
        "%s%s %s".formatted(letters(street * 7 + town), letters(street), form.get(street % 6));
    return new Child.Home(
        house + " " + name,
        "%c%c%d %d%c%c"
            .formatted(
                'A' + town % 26,
                'A' + town / 4 % 26,
                1 + street / 20,
                street % 10,
                'A' + street / 10 % 2 * 8 + house / 15,
                'A' + street % 20));
  }

  private static String letters(int number) {
    String[] starts = {"Ash", "Birch", "Canal", "Dove", "Elm", "Ferry", "Glebe", "Heath", "Iron"};
    String[] ends = {"bank", "croft", "dean", "fold", "garth", "holme", "mead", "wood", "yard"};
    return starts[number % 9] + ends[number / 9 % 9];
  }

  private String number() {
    while (true) {
      String digits = "9" + String.format("%08d", numbers++);
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (digits.charAt(i) - '0') * (10 - i);
      }
      int check = (11 - sum % 11) % 11;
      if (check < 10) {
        return digits + check;
      }
    }
  }

  private String school(List<Child.Home> homes, LocalDate born) {
    int age = 2026 - born.getYear();
    String kind = age < 4 ? "" : age < 11 ? "Primary" : "High";
    String town = homes.getLast().postcode().substring(0, 3);
    return kind.isEmpty() ? "" : town + " " + letters(lots.below(4)) + " " + kind;
  }
}
