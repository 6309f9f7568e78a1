package org.closeknit.ledger;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a witness decides: it gives its word on a checkpoint only when that extends the last one it
 * gave its word on, and only once it has kept it (C2SP tlog-witness, add-checkpoint).
 */
final class Cosigner {
  /** What became of a checkpoint that was handed in. */
  sealed interface Answer {
    record Cosigned(String line) implements Answer {}

    record Unreadable(String why) implements Answer {}

    record UnknownLog() implements Answer {}

    record NotSigned() implements Answer {}

    /** The checkpoint was to extend another one than the last. */
    record NotFromHere(long size) implements Answer {}

    /** It is signed by the log, and was not shown to extend the last one. */
    record NotExtending(Checkpoint last, Checkpoint now) implements Answer {
      /** Two signed roots over as many entries prove a false log; else the proof alone was bad. */
      boolean isProof() {
        return last.size() == now.size();
      }
    }
  }

  private final SigningKey key;
  private final Memory memory;
  private final List<VerifierKey> logs;
  private final InstantSource clock;

  Cosigner(SigningKey key, Memory memory, List<VerifierKey> logs, InstantSource clock) {
    this.key = key;
    this.memory = memory;
    this.logs = List.copyOf(logs);
    this.clock = clock;
  }

  /** One at a time: between looking at the last one and keeping the next nothing may come. */
  synchronized Answer add(String body) throws IOException {
    Handed handed;
    try {
      handed = Handed.parse(body);
    } catch (LedgerBroken | IllegalArgumentException unreadable) {
      return new Answer.Unreadable("this is not what add-checkpoint takes");
    }
    Optional<Memory.Seen> seen = memory.of(handed.origin());
    List<VerifierKey> believed = believed(handed.origin(), seen);
    return believed.isEmpty() ? new Answer.UnknownLog() : add(handed, seen, new Keyring(believed));
  }

  /** What was handed over to before, and what the operator names, but for what handed over. */
  private List<VerifierKey> believed(String origin, Optional<Memory.Seen> seen) {
    List<VerifierKey> past = seen.map(Memory.Seen::past).orElse(List.of());
    Stream<VerifierKey> before = seen.stream().flatMap(one -> one.keys().stream());
    return Stream.concat(before, logs.stream().filter(log -> log.name().equals(origin)))
        .filter(log -> !past.contains(log))
        .distinct()
        .toList();
  }

  private Answer add(Handed handed, Optional<Memory.Seen> seen, Keyring keys) throws IOException {
    Checkpoint now;
    try {
      now = keys.open(handed.note());
    } catch (LedgerBroken notSigned) {
      return new Answer.NotSigned();
    }
    Checkpoint last =
        seen.map(Memory.Seen::checkpoint)
            .orElseGet(() -> Checkpoint.of(now.origin(), Frontier.EMPTY));
    if (handed.old() > now.size()) {
      return new Answer.Unreadable("old is larger than the checkpoint");
    }
    if (handed.old() != last.size()) {
      return new Answer.NotFromHere(last.size());
    }
    try {
      Proofs.verifyConsistency(last, now, handed.proof());
    } catch (LedgerBroken notExtending) {
      return new Answer.NotExtending(last, now);
    }
    return cosign(handed, seen, keys);
  }

  private Answer cosign(Handed handed, Optional<Memory.Seen> seen, Keyring keys)
      throws IOException {
    Note note = Note.parse(handed.note());
    Instant at = clock.instant();
    String line = key.signature(note.text(), at).line();
    List<VerifierKey> past =
        Stream.concat(
                seen.stream().flatMap(one -> one.past().stream()),
                keys.known().stream().filter(one -> !keys.believedNow().contains(one)))
            .distinct()
            .toList();
    memory.keep(
        handed.origin(), new Memory.Seen(keys.believedNow(), past, signedBy(keys, note) + line));
    return new Answer.Cosigned(line);
  }

  /** Without signatures that nobody here has verified. */
  private static String signedBy(Keyring keys, Note note) {
    return note.text()
        + "\n"
        + note.signatures().stream()
            .filter(line ->
                keys.known().stream()
                    .anyMatch(one -> one.id().equals(line.id()) && one.name().equals(line.name())))
            .map(Note.Signature::line)
            .collect(Collectors.joining());
  }

  VerifierKey verifier() {
    return key.verifier();
  }
}
