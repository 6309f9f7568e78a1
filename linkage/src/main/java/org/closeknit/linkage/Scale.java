package org.closeknit.linkage;

import java.util.Arrays;
import org.closeknit.linkage.Level.Birth;
import org.closeknit.linkage.Level.Family;
import org.closeknit.linkage.Level.Given;
import org.closeknit.linkage.Level.Word;

/**
 * Weighs what two records have in common. Records of two people may agree by chance, or because the
 * people are a brother and sister or twins: what is held against "one person" is the sum of the
 * three, so evidence that a household shares cannot outvote the forename. For one thread at a time.
 */
final class Scale {
  /** About so many other names lie within one slip of the pen of a name. */
  private static final double NEIGHBOURS = 60;

  /** So many bits below "any two people" no household is worth a thought. */
  private static final double NEGLIGIBLE = -20;

  /** About so many forms a forename has. */
  private static final double FORMS = 8;

  /** Nobody gives two children forms of one name, in bits. */
  private static final double ONE_NAME_TWICE = -1;

  /** Children of one family often bear names that sound alike, in bits. */
  private static final double RHYMING = 1.6;

  /** A forename is a name where its share is so many times that of one seen once. */
  private static final double SEVERAL = 4;

  /** Of two people of one forename so many are of two sexes. */
  private static final double BORNE_BY_BOTH = 0.02;

  /** What is written once and looks like no name seldom is one. */
  private static final double UNHEARD = 0.1;

  /** A form that so many bear is a name of its own. */
  private static final double COMMON = 0.001;

  private static final double FEWEST_CLOSE = 2e-4;
  private static final double MOST_CLOSE = 0.3;

  final Comparison comparison;
  private final Model model;
  private final Commonness common;
  private final double siblings;
  private final double twins;

  /** Bits for or against, of each fixed field and each fact compared. */
  double[] bits = new double[32];

  /** The logarithm of how often two people agree so. */
  double[] chances = new double[32];

  /** What a household explains, in bits; never positive. */
  double household;

  private double sibling;
  private double twin;

  Scale(Model model) {
    this(model, new Comparison(), new Commonness(model, false));
  }

  /** For many pairs of values numbered together; {@code pairs} is a logarithm of how many. */
  static Scale ofMany(Model model, int pairs) {
    return new Scale(model, Comparison.remembering(pairs), new Commonness(model, true));
  }

  private Scale(Model model, Comparison comparison, Commonness common) {
    this.model = model;
    this.comparison = comparison;
    this.common = common;
    this.siblings = Weights.log2(model.siblings() * model.rarity());
    this.twins = Weights.log2(model.twins() * model.rarity());
  }

  double weigh(Profile a, Profile b) {
    return sum(a, b) + household();
  }

  /** The same, or any weight of a pair that is not worth it, where nothing else asks for a look. */
  double weighIfWorth(Profile a, Profile b, double worth) {
    double sum = sum(a, b);
    boolean ignored = sum < worth && Rule.againstDifferent(comparison).isEmpty();
    return ignored ? sum : sum + household();
  }

  private double household() {
    household =
        sibling < NEGLIGIBLE && twin < NEGLIGIBLE
            ? 0
            : -Weights.log2(1 + Math.pow(2, sibling) + Math.pow(2, twin));
    return household;
  }

  /** What the fields say, a household left out of account. */
  private double sum(Profile a, Profile b) {
    comparison.compare(a, b);
    int size = Comparison.FIXED + comparison.facts;
    if (bits.length < size) {
      bits = Arrays.copyOf(bits, 2 * size);
      chances = Arrays.copyOf(chances, 2 * size);
    }
    double sum = 0;
    sibling = siblings;
    twin = twins;
    for (int i = 0; i < size; i++) {
      int level = comparison.levels[i];
      bits[i] = 0;
      if (level != Level.ABSENT) {
        Weights weights = weights(i, a);
        double chance = chance(i, level, weights, a, b);
        chances[i] = chance;
        bits[i] = weights.logM[level] - chance;
        sum += bits[i];
        boolean alike = i == 0 && isAlike(level);
        sibling += (alike ? besides(level, a.given, b.given) : weights.logSibling[level]) - chance;
        twin += (alike ? besides(level, a.given, b.given) : weights.logTwin[level]) - chance;
      }
    }
    return sum;
  }

  Weights weights(int i, Profile a) {
    return i < Comparison.FIXED
        ? model.fixed(i)
        : common.weights(a.factNames[comparison.leftFacts[i - Comparison.FIXED]]);
  }

  private static boolean isAlike(int level) {
    return level == Given.CLOSE.ordinal() || level == Given.NICKNAME.ordinal();
  }

  /** The logarithm of how often two children of one family bear two such names. */
  private double besides(int level, GivenName a, GivenName b) {
    double one = common.share(a);
    double other = common.share(b);
    if (a.isFormOf(b)) {
      return form(one, other) + (Math.min(one, other) > COMMON ? 0 : ONE_NAME_TWICE);
    }
    if (level == Given.NICKNAME.ordinal()) {
      return form(one, other);
    }
    return Weights.log2(neighbours(a, one, b, other))
        + (isName(a, one) && isName(b, other) ? RHYMING : 0);
  }

  /** Borne by several, so not a slip of the pen. */
  private boolean isName(GivenName name, double share) {
    return name.isKnown() || share > SEVERAL * common.rareGiven();
  }

  /** How many bear a name one slip away that is the rarer of the two. */
  private double neighbours(GivenName a, double one, GivenName b, double other) {
    boolean rarer = one < other;
    boolean isName = rarer ? isName(a, one) : isName(b, other);
    return NEIGHBOURS * Math.min(one, other) * (isName ? 1 : UNHEARD);
  }

  /** The logarithm of how often two people agree so by chance, by how common the value is. */
  private double chance(int i, int level, Weights weights, Profile a, Profile b) {
    return switch (i) {
      case 0 -> given(level, weights, a.given, b.given);
      case 2 -> family(level, weights, a.family, b.family) + tradition(level, a, b);
      case 4 -> sex(level, weights);
      case 3 -> level == Birth.EXACT.ordinal() ? common.date(a.birth) : weights.logU[level];
      case 10 -> mother(level, weights, a, b);
      default -> i >= Comparison.FIXED && level == 0 ? fact(i, weights, a) : weights.logU[level];
    };
  }

  /** Who bears the same forename is mostly of the same sex. */
  private double sex(int level, Weights weights) {
    if (comparison.levels[0] != Given.EXACT.ordinal()) {
      return weights.logU[level];
    }
    return Weights.log2(level == Word.DIFFERENT.ordinal() ? BORNE_BY_BOTH : 1 - BORNE_BY_BOTH);
  }

  private double given(int level, Weights weights, GivenName a, GivenName b) {
    if (level > Given.PART.ordinal()) {
      return weights.logU[level];
    }
    double one = common.share(a);
    double other = common.share(b);
    if (level == Given.NICKNAME.ordinal()) {
      return form(one, other);
    }
    if (level == Given.CLOSE.ordinal()) {
      double misspelt = 2 * weights.m[level] * Math.max(one, other);
      double close = close(misspelt + neighbours(a, one, b, other));
      return a.isFormOf(b) ? Math.min(close, Weights.log2(2 * Math.max(one, other))) : close;
    }
    return Weights.log2(Math.max(one, other));
  }

  private double family(int level, Weights weights, FamilyName a, FamilyName b) {
    if (level == Family.EXACT.ordinal()) {
      return Weights.log2(common.share(a));
    }
    if (level == Family.PART.ordinal()) {
      return Weights.log2(2 * common.sharedPart(a, b));
    }
    if (level != Family.CLOSE.ordinal()) {
      return weights.logU[level];
    }
    double close = close(NEIGHBOURS * Math.min(common.share(a), common.share(b)));
    return a.isFormOf(b)
        ? Math.min(close, Weights.log2(2 * Math.max(common.share(a), common.share(b))))
        : close;
  }

  /** How much oftener this family name is borne beside this forename than beside any. */
  private double tradition(int level, Profile a, Profile b) {
    if (level > Family.CLOSE.ordinal()
        || comparison.levels[0] == Level.ABSENT
        || comparison.levels[0] > Given.PART.ordinal()) {
      return 0;
    }
    return Math.max(common.together(a), common.together(b));
  }

  /** A misspelling is rare; two names that are both common are two names. */
  private static double close(double chance) {
    return Weights.log2(Math.clamp(chance, FEWEST_CLOSE, MOST_CLOSE));
  }

  /** A form that is hardly ever a name of its own tells more than one that many are given. */
  private static double form(double one, double other) {
    return Weights.log2(Math.min(2 * Math.max(one, other), FORMS * Math.min(one, other)));
  }

  private double mother(int level, Weights weights, Profile a, Profile b) {
    if (level != Word.SAME.ordinal()) {
      return weights.logU[level];
    }
    return Math.max(common.mother(a.mother), common.mother(b.mother));
  }

  private double fact(int i, Weights weights, Profile a) {
    if (weights.field.kind() == Field.Kind.NUMBER) {
      return weights.logU[0];
    }
    int place = comparison.leftFacts[i - Comparison.FIXED];
    return common.fact(a.factNames[place], a.facts[place]);
  }
}
