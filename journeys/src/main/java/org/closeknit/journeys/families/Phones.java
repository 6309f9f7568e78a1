package org.closeknit.journeys.families;

/** Mobile numbers from the range that is kept for fiction, apart from those of the workers. */
final class Phones {

  private static final int FIRST_OF_FAMILIES = 347;
  private static final int LEFT = 1000 - FIRST_OF_FAMILIES;

  private Phones() {}

  static String family(int number) {
    return "07700 900%03d".formatted(FIRST_OF_FAMILIES + number % LEFT);
  }

  /** A number that the family no longer answers. */
  static String former(int number) {
    return family(number + LEFT / 2);
  }
}
