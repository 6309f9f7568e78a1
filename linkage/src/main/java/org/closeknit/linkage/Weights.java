package org.closeknit.linkage;

import java.util.List;

/**
 * How often each level of a field is seen in two records of one person (m), of two people taken at
 * random (u), and of two people of one household; logarithms to base 2 beside them.
 */
final class Weights {
  /** How much of what a household may share two of its children do share. */
  private static final double SHARED = 0.85;

  /** Families that give all their children one middle name. */
  private static final double MIDDLE_NAME_OF_ALL = 0.1;

  /** A relative's number written on the wrong record. */
  private static final double[] NUMBER_IN_HOUSEHOLD = {0.003, 0.02, 0.977};

  private static final double[] SEX_IN_HOUSEHOLD = {0.5, 1e-6, 0.5};

  /** A father and his son may bear one forename. */
  private static final double[] GIVEN_OF_SIBLINGS = {.01, .005, .01, .01, 1e-4, .06, .06, .8};

  /** Twins are never given one name, but often names that sound alike. */
  private static final double[] GIVEN_OF_TWINS = {5e-4, 2e-3, .01, .004, 1e-4, .06, .06, .8};

  private static final double LEAST = 1e-7;

  final Field field;
  final double[] m;
  final double[] u;
  final double[] logM;
  final double[] logU;
  final double[] logSibling;
  final double[] logTwin;

  Weights(Field field, double[] m, double[] u) {
    int levels = field.kind().levels.size();
    if (m.length != levels || u.length != levels) {
      throw new IllegalArgumentException(field.name() + " has " + levels + " levels");
    }
    this.field = field;
    this.m = shares(m);
    this.u = shares(u);
    this.logM = logs(this.m);
    this.logU = logs(this.u);
    this.logSibling = logs(inHousehold(false));
    this.logTwin = logs(inHousehold(true));
  }

  List<Level> levels() {
    return field.kind().levels;
  }

  private double[] inHousehold(boolean twin) {
    return switch (field.kind()) {
      case FAMILY, PLACE, CONTACT, MOTHER, CATEGORY -> mixed(SHARED);
      case MIDDLE -> mixed(MIDDLE_NAME_OF_ALL);
      case BIRTH -> twin ? m : u;
      case SEX -> SEX_IN_HOUSEHOLD;
      case NUMBER -> NUMBER_IN_HOUSEHOLD;
      case GIVEN -> twin ? GIVEN_OF_TWINS : GIVEN_OF_SIBLINGS;
      case SOURCE -> u;
    };
  }

  private double[] mixed(double shared) {
    double[] mixed = new double[m.length];
    for (int level = 0; level < mixed.length; level++) {
      mixed[level] = shared * m[level] + (1 - shared) * u[level];
    }
    return mixed;
  }

  private static double[] shares(double[] values) {
    double[] shares = new double[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      shares[i] = Math.max(values[i], LEAST);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.abs(sum - 1) < 1e-9 ? shares[i] : shares[i] / sum;
    }
    return shares;
  }

  private static double[] logs(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = log2(values[i]);
    }
    return logs;
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
