package org.closeknit.match;

import java.util.Comparator;

/** How something that somebody knows fits a record; the nearer comes first. */
public record Fit(How how, Where where) implements Comparable<Fit> {
  private static final Comparator<Fit> NEAREST_FIRST =
      Comparator.comparing(Fit::how).thenComparing(Fit::where);
  private static final How[] HOWS = How.values();
  private static final Where[] WHERES = Where.values();

  /** How near it is, the nearest first. */
  public enum How {
    SAME,
    SHORT_FORM,
    BEGINS_SO,
    SLIP,
    SOUNDS_ALIKE,
    INITIAL,
    NEARLY
  }

  /** What of the record it fits. */
  public enum Where {
    FAMILY_NAME,
    GIVEN_NAME,
    FORMER_NAME,
    SCHOOL,
    AREA,
    BIRTH_DATE,
    NUMBER
  }

  public boolean ofName() {
    return where.compareTo(Where.FORMER_NAME) <= 0;
  }

  /** More for what is nearer, and for what fewer people share. */
  public double weight() {
    return near() * rare();
  }

  private double near() {
    return switch (how) {
      case SAME -> 1;
      case SHORT_FORM -> 0.85;
      case BEGINS_SO -> 0.8;
      case SLIP -> 0.7;
      case SOUNDS_ALIKE -> 0.6;
      case INITIAL, NEARLY -> 0.4;
    };
  }

  private double rare() {
    return switch (where) {
      case NUMBER -> 5;
      case FAMILY_NAME -> 1.2;
      case GIVEN_NAME, BIRTH_DATE -> 1;
      case FORMER_NAME -> 0.9;
      case SCHOOL, AREA -> 0.6;
    };
  }

  @Override
  public int compareTo(Fit other) {
    return NEAREST_FIRST.compare(this, other);
  }

  /** A number above 0, smaller for the nearer. */
  static byte code(How how, Where where) {
    return (byte) (1 + how.ordinal() * WHERES.length + where.ordinal());
  }

  static Fit of(byte code) {
    return new Fit(HOWS[(code - 1) / WHERES.length], WHERES[(code - 1) % WHERES.length]);
  }
}
