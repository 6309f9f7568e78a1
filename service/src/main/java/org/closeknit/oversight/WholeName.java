package org.closeknit.oversight;

import java.util.Optional;
import org.closeknit.linkage.words.Folding;

/** A person's name as far as it is compared: the first given name and the last word. Pure. */
record WholeName(String given, String family) {
  /** "Rosalind Achterberg"; one word alone is compared with nothing. */
  static Optional<WholeName> of(String written) {
    String[] words = Folding.words(written);
    return words.length < 2
        ? Optional.empty()
        : Optional.of(new WholeName(words[0], words[words.length - 1]));
  }

  static Optional<WholeName> of(String givenNames, String familyName) {
    return of(givenNames + " " + familyName);
  }

  /** Only the last word of a family name counts: "de Souza" and "Souza" are one. */
  static String family(String written) {
    String[] words = Folding.words(written);
    return words.length == 0 ? "" : words[words.length - 1];
  }

  @Override
  public String toString() {
    return "WholeName[***]";
  }
}
