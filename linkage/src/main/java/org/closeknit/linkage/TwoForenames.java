package org.closeknit.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Number;
import org.closeknit.linkage.Level.Place;
import org.closeknit.linkage.Level.Word;

/**
 * Two records of one family name and birth date under two forenames are of twins, or of one person
 * whose forename was once written wrongly. A wrong forename seldom comes twice: where a further
 * record bears each of the two, they are mostly of twins.
 */
final class TwoForenames {
  /** The pass of the pairs that share a birth date. */
  static final int PASS = 1;

  /** Of the forenames that are not the usual one so many are another that the person goes by. */
  private static final double GONE_BY = 0.5;

  /** Of three pairs of twins one is of a boy and a girl; never fewer than one of five. */
  private static final double PAIRS_FOR_EACH_OF_TWO_SEXES = 5;

  private final Map<String, Integer> bearers = new HashMap<>();
  private final double borne;
  private double pairs;
  private double ofTwoSexes;
  private double ofKnownSex;
  private double all;
  private double homeless;
  private double scale = 1;

  TwoForenames(List<Profile> profiles) {
    int all = 0;
    for (Profile profile : profiles) {
      if (isNamed(profile)) {
        all++;
        bearers.merge(name(profile), 1, Integer::sum);
      }
    }
    long again = bearers.values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
    borne = (double) again / Math.max(1, all);
  }

  private static boolean isNamed(Profile p) {
    return BirthDates.isFull(p.birth) && !p.given.isAbsent() && !p.family.isAbsent();
  }

  private static String name(Profile p) {
    return p.birth + p.given.first + ' ' + p.family.whole;
  }

  void scale(int pairsForEach) {
    scale = pairsForEach;
  }

  /** Takes note of two records of one birth date. */
  void add(Profile a, Profile b, String pattern) {
    boolean noHome = Patterns.level(pattern, 5) == Level.ABSENT;
    all++;
    homeless += noHome ? 1 : 0;
    if (Patterns.level(pattern, 0) != Given.DIFFERENT.ordinal()
        || Patterns.level(pattern, 2) != Family.EXACT.ordinal()
        || Patterns.level(pattern, 5) == Place.DIFFERENT.ordinal()
        || Patterns.level(pattern, 8) == Number.SAME.ordinal()
        || !isBorneAgain(a)
        || !isBorneAgain(b)) {
      return;
    }
    pairs++;
    ofKnownSex += Patterns.level(pattern, 4) == Level.ABSENT ? 0 : 1;
    ofTwoSexes += Patterns.level(pattern, 4) == Word.DIFFERENT.ordinal() ? 1 : 0;
  }

  private boolean isBorneAgain(Profile p) {
    return bearers.getOrDefault(name(p), 0) > 1;
  }

  /**
   * The share of pairs of twins of whom both forenames would be borne by a further record.
   *
   * @param apart how often two records of a household give two addresses
   */
  double seen(double apart) {
    double atHome = all == 0 ? 1 : 1 - apart * (1 - homeless / all);
    return borne * borne * atHome;
  }

  /**
   * Pairs of twins among those of whom that is so.
   *
   * @param namesakes how probable it is that strangers have one family name
   * @param otherNames pairs of one person that agree so but for the forename
   * @param partners how many other records of its person a record has
   * @param differing how often the forenames of one person differ
   */
  double twins(double namesakes, double otherNames, double partners, double differing) {
    double goneBy = GONE_BY * (1 - Math.pow(1 - differing / 2, partners));
    double twins = scale * (pairs - homeless * namesakes * borne * borne) - otherNames * goneBy;
    double known = pairs == 0 ? 0 : ofKnownSex / pairs;
    double most = scale * PAIRS_FOR_EACH_OF_TWO_SEXES * ofTwoSexes;
    return Math.max(0, known < 0.5 ? twins : Math.min(twins, most / known));
  }
}
