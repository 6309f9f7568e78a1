package org.closeknit.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the log is now, and who has seen it.
 *
 * @param keys the verifier keys by which the log is believed, the first one first
 */
public record Seal(Optional<Signed> last, List<String> keys, List<Witness> witnesses) {

  /**
   * The last checkpoint.
   *
   * @param note the last one with witnesses' words under it; where there is none, the last one
   */
  public record Signed(long size, Instant at, String note) {}

  /**
   * A partner's witness.
   *
   * @param size of how many entries it gave its word last
   * @param trouble why it gives none now; blank where it does
   * @param contradiction how what it saw differs from what is kept here; blank where it does not
   */
  public record Witness(
      String key,
      String name,
      long size,
      Optional<Instant> at,
      String trouble,
      String contradiction) {}

  public List<Witness> contradicting() {
    return witnesses.stream().filter(one -> !one.contradiction().isEmpty()).toList();
  }
}
