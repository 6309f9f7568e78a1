package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingLog {
  private static final int LARGEST = 64;

  private final List<Hash> leaves = Logs.leaves(LARGEST);

  /** RFC 6962, 2.1, word by word. */
  private static Hash slowRoot(List<Hash> leaves) {
    if (leaves.size() < 2) {
      return leaves.isEmpty() ? Hash.ofNothing() : leaves.getFirst();
    }
    int split = 1;
    while (split * 2 < leaves.size()) {
      split *= 2;
    }
    return Hash.ofNode(
        slowRoot(leaves.subList(0, split)), slowRoot(leaves.subList(split, leaves.size())));
  }

  @Test
  void has_the_root_of_the_definition_at_every_size() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size < LARGEST; size++) {
      assertThat(frontier.root()).isEqualTo(slowRoot(leaves.subList(0, size)));
      frontier = frontier.append(leaves.get(size));
    }
  }

  @Test
  void is_the_same_whether_it_grows_at_once_or_one_by_one() {
    for (int from = 0; from <= LARGEST; from++) {
      Frontier begun = Frontier.EMPTY.append(leaves.subList(0, from));
      assertThat(begun.append(leaves.subList(from, LARGEST)))
          .isEqualTo(Frontier.EMPTY.append(leaves));
    }
  }

  @Test
  void is_taken_up_again_from_its_stored_bytes_at_every_size() {
    for (int size = 0; size <= LARGEST; size++) {
      Frontier frontier = Frontier.EMPTY.append(leaves.subList(0, size));
      assertThat(Frontier.of(frontier.toBytes())).isEqualTo(frontier);
    }
  }

  @Test
  void is_not_taken_up_from_bytes_that_no_frontier_has() {
    byte[] oneEntry = Frontier.EMPTY.append(leaves.getFirst()).toBytes();
    byte[] threeEntries = oneEntry.clone();
    threeEntries[7] = 3;
    byte[] half = Arrays.copyOf(oneEntry, 20);
    assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(threeEntries));
    assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(half));
    assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(new byte[3]));
  }
}
