package org.closeknit.matrix;

import java.util.stream.IntStream;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.Reading;

/** Numbers that were never issued, and postcodes, each once. */
final class Issued {
  private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  private Issued() {}

  static String nhs(int which) {
    return IntStream.iterate(which * 20, next -> next + 1)
        .mapToObj("9%08d"::formatted)
        .flatMap(start -> IntStream.range(0, 10).mapToObj(check -> start + check))
        .filter(number -> NhsNumber.read(number) instanceof Reading.Good<NhsNumber>)
        .findFirst()
        .orElseThrow();
  }

  /** Of a 31 February. */
  static String chi(int which) {
    return IntStream.iterate(which * 20, next -> next + 1)
        .mapToObj("3102%05d"::formatted)
        .flatMap(start -> IntStream.range(0, 10).mapToObj(check -> start + check))
        .filter(number -> ChiNumber.read(number, false) instanceof Reading.Good<ChiNumber>)
        .findFirst()
        .orElseThrow();
  }

  static String postcode(int which) {
    return "NM%d %d%c%c"
        .formatted(
            1 + which % 99,
            which / 99 % 10,
            LETTERS.charAt(which / 990 % 20),
            LETTERS.charAt(which / 19_800 % 20));
  }
}
