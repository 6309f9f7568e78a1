package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys by which a log is believed. A checkpoint that names the next key, signed by one that is
 * believed and by the next one itself, hands over: what comes after it must be signed by the next.
 */
public final class Keyring {
  private final List<VerifierKey> known;
  private Optional<VerifierKey> latest = Optional.empty();

  public Keyring(List<VerifierKey> keys) {
    if (keys.stream().anyMatch(VerifierKey::isWitness)) {
      throw new IllegalArgumentException("a witness's key is no log's");
    }
    if (keys.isEmpty() || keys.stream().map(VerifierKey::name).distinct().count() != 1) {
      throw new IllegalArgumentException("keys of one log");
    }
    this.known = new ArrayList<>(keys);
  }

  /** Throws unless a key that is believed by now signed it, as the log of its own name. */
  public Checkpoint open(String signed) {
    Note note = Note.parse(signed);
    List<VerifierKey> signers = known.stream().filter(key -> key.signed(note)).toList();
    boolean isBelieved = latest.map(signers::contains).orElseGet(() -> !signers.isEmpty());
    Proofs.needs("signature", isBelieved, "one by " + believed(), "none by this key");
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Proofs.needs("origin", checkpoint.origin().equals(name()), name(), checkpoint.origin());
    SigningKeys.next(note).ifPresent(next -> follow(next, note));
    return checkpoint;
  }

  private void follow(VerifierKey next, Note note) {
    Proofs.needs("the next key", next.name().equals(name()), name(), next.name());
    next.verify(note);
    if (!known.contains(next)) {
      known.add(next);
    }
    latest = Optional.of(next);
  }

  private String believed() {
    return latest
        .map(key -> key.name() + "+" + key.id())
        .orElseGet(() ->
            known.stream()
                .map(key -> key.name() + "+" + key.id())
                .collect(Collectors.joining(" or ")));
  }

  public String name() {
    return known.getFirst().name();
  }

  /** Those that were given, and those that they handed over to. */
  public List<VerifierKey> known() {
    return List.copyOf(known);
  }

  /** What is to be believed from here on. */
  public List<VerifierKey> believedNow() {
    return latest.map(List::of).orElseGet(this::known);
  }
}
