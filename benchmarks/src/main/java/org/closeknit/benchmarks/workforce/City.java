package org.closeknit.benchmarks.workforce;

import java.util.ArrayList;
import java.util.List;

/**
 * The children of a city with their names, parents and streets. Names are numbers; a whole name is
 * one number too, and {@link #UNKNOWN} where nobody has written it down.
 */
public final class City {
  public static final int UNKNOWN = -1;
  public static final int POSTCODES = 9_000;
  private static final int POSTCODES_OF_A_SECTOR = 60;
  private static final int CHILDREN = 150_000;
  private static final int FAMILY_NAMES = 20_000;
  private static final int GIVEN_NAMES = 800;
  private static final double MOTHER_KNOWN = 0.9;
  private static final double FATHER_KNOWN = 0.65;

  private final Frequent familyNames = new Frequent(FAMILY_NAMES, 0.85);
  private final Frequent givenNames = new Frequent(GIVEN_NAMES, 0.9);
  private final int[] family = new int[CHILDREN];
  private final int[] mother = new int[CHILDREN];
  private final int[] father = new int[CHILDREN];
  private final int[] postcode = new int[CHILDREN];
  private final List<List<Integer>> ofPostcode = new ArrayList<>();

  City(Chance chance) {
    for (int code = 0; code < POSTCODES; code++) {
      ofPostcode.add(new ArrayList<>());
    }
    int child = 0;
    while (child < CHILDREN) {
      child = household(chance, child);
    }
  }

  /** One to three children of one home. */
  private int household(Chance chance, int first) {
    int name = familyNames.draw(chance);
    int fathers = whole(givenNames.draw(chance), name);
    int mothers = whole(givenNames.draw(chance), chance.of(0.6) ? name : familyNames.draw(chance));
    int home = chance.below(POSTCODES);
    int last = Math.min(CHILDREN, first + (chance.of(0.45) ? 1 : chance.of(0.7) ? 2 : 3));
    boolean motherKnown = chance.of(MOTHER_KNOWN);
    boolean fatherKnown = chance.of(FATHER_KNOWN);
    for (int child = first; child < last; child++) {
      family[child] = name;
      mother[child] = motherKnown ? mothers : UNKNOWN;
      father[child] = fatherKnown ? fathers : UNKNOWN;
      postcode[child] = home;
      ofPostcode.get(home).add(child);
    }
    return last;
  }

  static int whole(int given, int family) {
    return given * FAMILY_NAMES + family;
  }

  public static int familyOf(int whole) {
    return whole % FAMILY_NAMES;
  }

  int anybody(Chance chance) {
    return whole(givenNames.draw(chance), familyNames.draw(chance));
  }

  /** A child is somebody's own: they are its parent, and it may have their family name. */
  void isChildOf(Chance chance, int child, int whole, boolean sameName) {
    if (sameName) {
      family[child] = familyOf(whole);
    }
    boolean asMother = chance.of(0.6);
    int[] parents = asMother ? mother : father;
    parents[child] = chance.of(asMother ? MOTHER_KNOWN : FATHER_KNOWN) ? whole : UNKNOWN;
  }

  /** A child has somebody's family name, through a parent. */
  void hasNameOf(int child, int whole) {
    family[child] = familyOf(whole);
  }

  int neighbour(Chance chance, int home, boolean street) {
    int sector = home / POSTCODES_OF_A_SECTOR;
    while (true) {
      int code =
          street ? home : sector * POSTCODES_OF_A_SECTOR + chance.below(POSTCODES_OF_A_SECTOR);
      List<Integer> children = ofPostcode.get(code);
      if (!children.isEmpty()) {
        return children.get(chance.below(children.size()));
      }
      if (street) {
        return neighbour(chance, home, false);
      }
    }
  }

  public int children() {
    return CHILDREN;
  }

  public int family(int child) {
    return family[child];
  }

  public int mother(int child) {
    return mother[child];
  }

  public int father(int child) {
    return father[child];
  }

  public int postcode(int child) {
    return postcode[child];
  }

  public static int sector(int postcode) {
    return postcode / POSTCODES_OF_A_SECTOR;
  }
}
