package org.closeknit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What one needs to check what a log or a witness signed, written {@code name+id+base64} (C2SP
 * signed-note).
 */
public final class VerifierKey {
  private final String name;
  private final SignatureKind kind;
  private final String id;
  private final byte[] bare;
  private final PublicKey key;

  VerifierKey(String name, SignatureKind kind, byte[] bare) {
    Checkpoint.requireName(name);
    this.name = name;
    this.kind = kind;
    this.bare = bare.clone();
    this.id = kind.id(name, bare);
    try {
      this.key = kind.read(bare);
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("this is no public key of its kind", noKey);
    }
  }

  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a verifier key is written name+id+base64");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length == 0) {
      throw new IllegalArgumentException("this verifier key holds no key");
    }
    SignatureKind kind = SignatureKind.of(typed[0]);
    VerifierKey key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.toString().equals(text.strip())) {
      throw new IllegalArgumentException("this verifier key's id does not belong to it");
    }
    return key;
  }

  /** Of a log its name is the origin of its checkpoints. */
  public String name() {
    return name;
  }

  /** Whether it speaks for a witness and not for a log. */
  public boolean isWitness() {
    return kind == SignatureKind.COSIGNATURE;
  }

  /** The checkpoint in a note; throws unless this key signed it, and as the log of its own name. */
  public Checkpoint open(String signed) {
    return new Keyring(List.of(this)).open(signed);
  }

  /** When this witness cosigned; empty where it did not, and thrown where its word is false. */
  public Optional<Instant> cosigned(String signed) {
    Note note = Note.parse(signed);
    if (!isWitness() || !signed(note)) {
      return Optional.empty();
    }
    return own(note).stream()
        .map(one -> Instant.ofEpochSecond(SignatureKind.time(one.bytes())))
        .max(Instant::compareTo);
  }

  /** Others' signatures, such as a witness's, are passed over: this key speaks for itself alone. */
  void verify(Note note) {
    Proofs.needs("signature", signed(note), "one by " + name + "+" + id, "none by this key");
  }

  /** Throws where there is one by this key that does not hold: then the whole note is refused. */
  boolean signed(Note note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    var own = own(note);
    boolean holds = own.stream().allMatch(one -> kind.verifies(key, text, one.bytes()));
    Proofs.needs("signature", holds, "one by " + name + "+" + id, "one that does not hold");
    return !own.isEmpty();
  }

  private List<Note.Signature> own(Note note) {
    return note.signatures().stream()
        .filter(one -> one.name().equals(name) && one.id().equals(id))
        .toList();
  }

  SignatureKind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey another && toString().equals(another.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    byte[] typed = Ed25519.join(new byte[] {kind.code}, bare);
    return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
  }
}
