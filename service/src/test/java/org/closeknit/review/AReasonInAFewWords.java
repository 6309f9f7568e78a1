package org.closeknit.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.closeknit.linkage.Likeness;
import org.closeknit.linkage.Reason;
import org.junit.jupiter.api.Test;

class AReasonInAFewWords {
  @Test
  void what_is_the_same_is_named() {
    assertThat(words(new Reason("sex", "", "", "the same", 1))).isEqualTo("The same sex.");
    assertThat(words(new Reason("extra.school", "", "", "almost the same", 1)))
        .isEqualTo("Almost the same school.");
  }

  @Test
  void what_names_itself_is_left_as_it_is() {
    assertThat(words(new Reason("given_name", "", "", "the same forename", 1)))
        .isEqualTo("The same forename.");
  }

  private static String words(Reason reason) {
    return InWords.of(new Likeness.Unsure(1, .5, List.of(reason)));
  }
}
