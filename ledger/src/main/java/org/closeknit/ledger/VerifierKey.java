package org.closeknit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What one needs to check a log's checkpoints, written {@code name+id+base64} (C2SP signed-note).
 */
public final class VerifierKey {
  static final byte[] ED25519 = {1};

  private final String name;
  private final String id;
  private final byte[] bare;
  private final PublicKey key;

  VerifierKey(String name, byte[] bare) {
    Checkpoint.requireName(name);
    this.name = name;
    this.bare = bare.clone();
    this.id = id(name, bare);
    try {
      this.key = Ed25519.publicKey(bare);
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("this is no Ed25519 public key", noKey);
    }
  }

  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a verifier key is written name+id+base64");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != ED25519[0]) {
      throw new IllegalArgumentException("this verifier key is not of Ed25519");
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.toString().equals(text.strip())) {
      throw new IllegalArgumentException("this verifier key's id does not belong to it");
    }
    return key;
  }

  static String id(String name, byte[] bare) {
    MessageDigest digest = Hash.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return HexFormat.of().formatHex(digest.digest(bare), 0, 4);
  }

  /** The log's name, which is the origin of its checkpoints. */
  public String name() {
    return name;
  }

  /** The checkpoint in a note; throws unless this key signed it, and as the log of its own name. */
  public Checkpoint open(String signed) {
    Note note = Note.parse(signed);
    verify(note);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Proofs.needs("origin", checkpoint.origin().equals(name), name, checkpoint.origin());
    return checkpoint;
  }

  /** Others' signatures, such as a witness's, are passed over: this key speaks for itself alone. */
  void verify(Note note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    var own = note.signatures().stream().filter(this::isOurs).toList();
    Proofs.needs("signature", !own.isEmpty(), "one by " + name + "+" + id, "none by this key");
    boolean holds = own.stream().allMatch(one -> Ed25519.verifies(key, text, one.bytes()));
    Proofs.needs("signature", holds, "one by " + name + "+" + id, "one that does not hold");
  }

  private boolean isOurs(Note.Signature signature) {
    return signature.name().equals(name) && signature.id().equals(id);
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
    return name + "+" + id + "+" + Base64.getEncoder().encodeToString(Ed25519.join(ED25519, bare));
  }
}
