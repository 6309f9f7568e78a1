package org.closeknit.linkage.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A quick look at the letters never passes over words that a long look would take for alike. */
class WordsToldApartQuickly {

  @Property(tries = 5_000)
  void that_are_close_may_be_close(@ForAll("word") String a, @ForAll("word") String b) {
    if (Spelling.close(a, b)) {
      assertThat(Spelling.mayBeClose(Spelling.letters(a), Spelling.letters(b))).isTrue();
    }
  }

  @Property(tries = 5_000)
  void that_are_alike_may_be_alike(@ForAll("word") String a, @ForAll("word") String b) {
    if (Spelling.alike(a, b)) {
      assertThat(Spelling.mayBeAlike(a, Spelling.letters(a), b, Spelling.letters(b))).isTrue();
    }
  }

  @Provide
  Arbitrary<String> word() {
    return Arbitraries.strings().withChars("abcd").withChars('é', 'ж').ofMaxLength(9);
  }
}
