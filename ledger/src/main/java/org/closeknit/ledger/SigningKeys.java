package org.closeknit.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With what a log signs now: its key, and while it changes keys the one before as well. Then each
 * checkpoint names the next key in a line of its own under both signatures.
 *
 * @param before the key that hands over
 */
public record SigningKeys(SigningKey current, Optional<SigningKey> before) {
  private static final String NEXT = "next-key ";

  public SigningKeys {
    String name = current.verifier().name();
    if (before.map(key -> !key.verifier().name().equals(name)).orElse(false)) {
      throw new IllegalArgumentException("two keys of one log");
    }
    before = before.filter(key -> !key.verifier().equals(current.verifier()));
  }

  public static SigningKeys of(SigningKey key) {
    return new SigningKeys(key, Optional.empty());
  }

  /** The signed note that others can check. */
  public String sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(current.verifier().name())) {
      throw new IllegalArgumentException("a log signs its own checkpoints only");
    }
    String text =
        checkpoint.text() + before.map(unused -> NEXT + current.verifier() + "\n").orElse("");
    List<Note.Signature> signatures =
        Stream.concat(before.stream(), Stream.of(current)).map(key -> key.signature(text)).toList();
    return new Note(text, signatures).toString();
  }

  /** The key that a checkpoint hands over to. */
  static Optional<VerifierKey> next(Note note) {
    try {
      return note.text()
          .lines()
          .skip(Checkpoint.LINES)
          .filter(line -> line.startsWith(NEXT))
          .map(line -> VerifierKey.parse(line.substring(NEXT.length())))
          .findFirst();
    } catch (IllegalArgumentException noKey) {
      throw new LedgerBroken("the next key", "a verifier key", "something else");
    }
  }
}
