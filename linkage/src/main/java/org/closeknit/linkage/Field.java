package org.closeknit.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * A field that two records are compared on: one of the fixed ones, or a named number or category.
 */
record Field(String name, Kind kind) {
  static final Field GIVEN = new Field("given_name", Kind.GIVEN);
  static final Field MIDDLE = new Field("middle_name", Kind.MIDDLE);
  static final Field FAMILY = new Field("family_name", Kind.FAMILY);
  static final Field BIRTH = new Field("birth_date", Kind.BIRTH);
  static final Field SEX = new Field("sex", Kind.SEX);
  static final Field PLACE = new Field("address", Kind.PLACE);
  static final Field PHONE = new Field("phone", Kind.CONTACT);
  static final Field EMAIL = new Field("email", Kind.CONTACT);
  static final Field NHS = new Field("nhs_number", Kind.NUMBER);
  static final Field CHI = new Field("chi_number", Kind.NUMBER);
  static final Field MOTHER = new Field("mother_name", Kind.MOTHER);

  /** Who keeps the record. Its weight is the data's alone. */
  static final Field SOURCE = new Field("source", Kind.SOURCE);

  /** In the order in which {@link Comparison} fills them. */
  static final List<Field> FIXED =
      List.of(GIVEN, MIDDLE, FAMILY, BIRTH, SEX, PLACE, PHONE, EMAIL, NHS, CHI, MOTHER, SOURCE);

  private static final String IDENTIFIER = "identifier.";
  private static final String EXTRA = "extra.";

  static String identifier(String name) {
    return IDENTIFIER + name;
  }

  static String extra(String name) {
    return EXTRA + name;
  }

  static Field named(String name) {
    for (Field fixed : FIXED) {
      if (fixed.name.equals(name)) {
        return fixed;
      }
    }
    if (name.startsWith(IDENTIFIER)) {
      return new Field(name, Kind.NUMBER);
    }
    if (name.startsWith(EXTRA)) {
      return new Field(name, Kind.CATEGORY);
    }
    throw new IllegalArgumentException("no field is called " + name);
  }

  /** What the field stands for where the model has never seen its name. */
  String family() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot + 1) + "*";
  }

  /** Fields that are compared alike; {@code shared} is what a household has in common. */
  enum Kind {
    GIVEN(false, Level.Given.values()),
    MIDDLE(false, Level.Middle.values()),
    FAMILY(true, Level.Family.values()),
    BIRTH(false, Level.Birth.values()),
    SEX(false, Level.Word.values()),
    PLACE(true, Level.Place.values()),
    CONTACT(true, Level.Word.values()),
    NUMBER(false, Level.Number.values()),
    MOTHER(true, Level.Word.values()),
    CATEGORY(true, Level.Word.values()),
    SOURCE(false, Level.Source.values());

    final boolean shared;
    final List<Level> levels;

    Kind(boolean shared, Level[] levels) {
      this.shared = shared;
      this.levels = Arrays.asList(levels);
    }
  }
}
