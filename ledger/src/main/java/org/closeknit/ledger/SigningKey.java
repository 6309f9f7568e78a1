package org.closeknit.ledger;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Signs a log's checkpoints, or cosigns as a witness. Kept in a file of its own, for its owner's
 * eyes alone, or on a token that gives it to nobody ({@link TokenKey}).
 */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(OTHERS_READ, OTHERS_WRITE, GROUP_WRITE);

  private final Pen pen;
  private final VerifierKey verifier;

  SigningKey(Pen pen, VerifierKey verifier) {
    this.pen = pen;
    this.verifier = verifier;
  }

  /** Whatever signs with the private half. */
  @FunctionalInterface
  interface Pen {
    byte[] sign(byte[] text) throws GeneralSecurityException;
  }

  /** The key of this log from its file, which is made first where there is none. */
  public static SigningKey loadOrCreate(Path file, String origin) throws IOException {
    return loadOrCreate(file, origin, SignatureKind.ED25519);
  }

  /** The key of this witness, in the same way. */
  static SigningKey ofWitness(Path file, String name) throws IOException {
    return loadOrCreate(file, name, SignatureKind.COSIGNATURE);
  }

  private static SigningKey loadOrCreate(Path file, String origin, SignatureKind kind)
      throws IOException {
    if (Files.notExists(file)) {
      create(file, origin, kind);
    }
    SigningKey key = load(file);
    if (!key.verifier.name().equals(origin) || key.verifier.kind() != kind) {
      throw new IOException(
          "%s signs for %s, not for %s".formatted(file, key.verifier.name(), origin));
    }
    return key;
  }

  public static SigningKey load(Path file) throws IOException {
    requireSecret(file);
    try {
      return parse(Files.readAllLines(file));
    } catch (IllegalArgumentException | LedgerBroken unreadable) {
      throw new IOException(file + " holds no signing key", unreadable);
    }
  }

  /** Two lines, private and public: the JDK has no way from the one to the other. */
  static SigningKey parse(List<String> lines) {
    if (lines.size() != 2 || !lines.getFirst().startsWith(PREFIX)) {
      throw new IllegalArgumentException("a signing key's file has two lines");
    }
    VerifierKey verifier = VerifierKey.parse(lines.getLast());
    String[] parts = lines.getFirst().substring(PREFIX.length()).split("\\+", 3);
    if (parts.length != 3 || !parts[1].equals(verifier.id())) {
      throw new IllegalArgumentException("the two lines are not of one key");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    PrivateKey secret = privateKey(typed);
    SigningKey key = new SigningKey(text -> Ed25519.sign(secret, text), verifier);
    key.requirePair();
    return key;
  }

  void requirePair() {
    String text = Checkpoint.of(verifier.name(), Frontier.EMPTY).text();
    verifier.verify(new Note(text, List.of(signature(text, Instant.EPOCH.plusSeconds(1)))));
  }

  private static PrivateKey privateKey(byte[] typed) {
    try {
      return Ed25519.privateKey(Arrays.copyOfRange(typed, 1, typed.length));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("this is no Ed25519 private key", noKey);
    }
  }

  private static void create(Path file, String origin, SignatureKind kind) throws IOException {
    KeyPair pair = newPair();
    VerifierKey verifier =
        new VerifierKey(origin, kind, Ed25519.bare(pair.getPublic().getEncoded()));
    byte[] typed =
        Ed25519.join(new byte[] {kind.code}, Ed25519.bare(pair.getPrivate().getEncoded()));
    String secret = Base64.getEncoder().encodeToString(typed);
    String text = "%s%s+%s+%s\n%s\n".formatted(PREFIX, origin, verifier.id(), secret, verifier);
    Durable.write(file, text);
  }

  private static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void requireSecret(Path file) throws IOException {
    boolean isOpen = Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains);
    if (isOpen) {
      throw new IOException(file + " can be read or changed by others: chmod 600 it");
    }
  }

  /** The signed note that others can check. */
  public String sign(Checkpoint checkpoint) {
    return SigningKeys.of(this).sign(checkpoint);
  }

  Note.Signature signature(String text) {
    return signature(text, Instant.EPOCH);
  }

  /**
   * The line under a text.
   *
   * @param at when a witness says so; a log's own line has no time
   */
  Note.Signature signature(String text, Instant at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new Note.Signature(verifier.name(), verifier.id(), signed(bytes, at));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private byte[] signed(byte[] text, Instant at) throws GeneralSecurityException {
    if (!verifier.isWitness()) {
      return pen.sign(text);
    }
    long time = at.getEpochSecond();
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    return Ed25519.join(stamp, pen.sign(SignatureKind.cosigned(time, text)));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifier.name() + "]";
  }
}
