package org.closeknit.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Children whom three agencies know, one in thirty of them a twin, some of those with a name spelt
 * nearly alike. An id begins with the child's number.
 */
final class MadeUpChildren {
  private static final String[] GIRLS = {
    "Olivia",
    "Amelia",
    "Isla",
    "Ava",
    "Mia",
    "Ivy",
    "Lily",
    "Freya",
    "Florence",
    "Willow",
    "Grace",
    "Sophie",
    "Evie",
    "Emily",
    "Charlotte",
    "Ella",
    "Elsie",
    "Poppy",
    "Daisy",
    "Rosie",
    "Sienna",
    "Harper",
    "Mollie",
    "Phoebe",
    "Matilda",
    "Alice",
    "Ruby",
    "Aria",
    "Luna",
    "Maya",
    "Hannah",
    "Erin",
    "Zara",
    "Layla",
    "Scarlett",
    "Orla",
    "Aisha",
    "Maryam",
    "Fatima",
    "Zainab"
  };
  private static final String[] BOYS = {
    "Oliver",
    "George",
    "Noah",
    "Arthur",
    "Harry",
    "Leo",
    "Jack",
    "Charlie",
    "Oscar",
    "Jacob",
    "Henry",
    "Thomas",
    "Freddie",
    "Theo",
    "William",
    "Archie",
    "Joshua",
    "Alexander",
    "James",
    "Isaac",
    "Edward",
    "Lucas",
    "Finley",
    "Max",
    "Logan",
    "Ethan",
    "Roman",
    "Jayden",
    "Aiden",
    "Luca",
    "Samuel",
    "Daniel",
    "Jude",
    "Toby",
    "Mason",
    "Riley",
    "Yusuf",
    "Ibrahim",
    "Hamza",
    "Ali"
  };
  private static final String[][] ALIKE = {
    {"Jayden", "Hayden"}, {"Luca", "Luke"}, {"Aiden", "Jaiden"}, {"Mollie", "Millie"},
    {"Sara", "Zara"}, {"Lily", "Tilly"}, {"Mia", "Maya"}, {"Ali", "Alia"}
  };
  private static final String[] STARTS = {
    "Ash", "Birch", "Hol", "Thorn", "Cart", "Whit", "Black", "Oak", "Pem", "Lang", "Stan", "Rush"
  };
  private static final String[] ENDS = {
    "worth", "ton", "ley", "field", "croft", "well", "bourne", "ham", "shaw", "dale", "wood", "man"
  };
  private static final LocalDate OLDEST = LocalDate.of(2010, 1, 1);

  private final Random random;
  private final List<Person> records = new ArrayList<>();
  private final Map<String, String> families = new HashMap<>();
  private int children;

  private record Child(String given, String family, LocalDate born, boolean girl) {}

  MadeUpChildren(long seed, int count) {
    random = new Random(seed);
    while (children < count) {
      family();
    }
  }

  List<Person> records() {
    return List.copyOf(records);
  }

  static String child(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  /** Whether two records are of children of one family. */
  boolean related(String one, String other) {
    return families.getOrDefault(child(one), "").equals(families.get(child(other)));
  }

  private void family() {
    String family = one(STARTS) + one(ENDS);
    String home = "%d %s%s Road".formatted(1 + random.nextInt(90), one(STARTS), one(ENDS));
    String postcode = "LS%d %dA%c".formatted(random.nextInt(28), random.nextInt(9), letter());
    String id = records.size() + family;
    LocalDate born = OLDEST.plusDays(random.nextInt(5_000));
    boolean girl = random.nextBoolean();
    String[] names = {one(girl ? GIRLS : BOYS), one(random.nextBoolean() ? GIRLS : BOYS)};
    boolean twins = chance(0.03);
    if (twins && chance(0.3)) {
      names = one(ALIKE);
    }
    keep(new Child(names[0], family, born, girl), home, postcode, id);
    if (twins && !names[0].equals(names[1])) {
      keep(new Child(names[1], family, born, isGirl(names[1])), home, postcode, id);
    } else if (chance(0.5) && !names[0].equals(names[1])) {
      LocalDate later = born.plusDays(400 + random.nextInt(1_200));
      keep(new Child(names[1], family, later, isGirl(names[1])), home, postcode, id);
    }
  }

  private static boolean isGirl(String name) {
    return List.of(GIRLS).contains(name);
  }

  private void keep(Child child, String home, String postcode, String family) {
    families.put(Integer.toString(children), family);
    for (String source : List.of("council", "school", "hospital")) {
      if (chance(0.75)) {
        records.add(written(child, source, home, postcode));
      }
    }
    children++;
  }

  private Person written(Child child, String source, String home, String postcode) {
    boolean moved = chance(0.1);
    return Person.withId(children + "-" + source)
        .source(source)
        .givenName(chance(0.02) ? slip(child.given) : chance(0.01) ? one(BOYS) : child.given)
        .familyName(chance(0.02) ? slip(child.family) : child.family)
        .birthDate((chance(0.01) ? child.born.plusDays(10) : child.born).toString())
        .sex(child.girl ? "female" : "male")
        .address(moved ? random.nextInt(90) + " " + one(STARTS) + one(ENDS) + " Lane" : home)
        .postcode(moved ? "BD1 1A" + letter() : postcode)
        .build();
  }

  private String slip(String name) {
    int at = 1 + random.nextInt(name.length() - 2);
    return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
  }

  private char letter() {
    return (char) ('A' + random.nextInt(20));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
