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
