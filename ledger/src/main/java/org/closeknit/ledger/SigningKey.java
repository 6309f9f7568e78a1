package org.closeknit.ledger;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Signs a log's checkpoints. Kept in a file of its own, for its owner's eyes alone. */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(OTHERS_READ, OTHERS_WRITE, GROUP_WRITE);

  private final PrivateKey key;
  private final VerifierKey verifier;

  private SigningKey(PrivateKey key, VerifierKey verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /** The key of this log from its file, which is made first where there is none. */
  public static SigningKey loadOrCreate(Path file, String origin) throws IOException {
    if (Files.notExists(file)) {
      create(file, origin);
    }
    SigningKey key = load(file);
    if (!key.verifier.name().equals(origin)) {
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
    SigningKey key = new SigningKey(privateKey(typed), verifier);
    verifier.open(key.sign(Checkpoint.of(verifier.name(), Frontier.EMPTY)));
    return key;
  }

  private static PrivateKey privateKey(byte[] typed) {
    try {
      return Ed25519.privateKey(Arrays.copyOfRange(typed, 1, typed.length));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("this is no Ed25519 private key", noKey);
    }
  }

  private static void create(Path file, String origin) throws IOException {
    KeyPair pair = newPair();
    VerifierKey verifier = new VerifierKey(origin, Ed25519.bare(pair.getPublic().getEncoded()));
    byte[] seed = Ed25519.bare(pair.getPrivate().getEncoded());
    String secret = Base64.getEncoder().encodeToString(Ed25519.join(VerifierKey.ED25519, seed));
    String text = "%s%s+%s+%s\n%s\n".formatted(PREFIX, origin, verifier.id(), secret, verifier);
    writeSecret(file, text);
  }

  private static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Written beside and moved into place, so that a crash leaves no half of a key. */
  private static void writeSecret(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    var ownersAlone =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(beside, options, ownersAlone)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireSecret(Path file) throws IOException {
    boolean isOpen = Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains);
    if (isOpen) {
      throw new IOException(file + " can be read or changed by others: chmod 600 it");
    }
  }

  /** The signed note that others can check. */
  public String sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(verifier.name())) {
      throw new IllegalArgumentException("a log signs its own checkpoints only");
    }
    try {
      byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
      byte[] signed = Ed25519.sign(key, text);
      var signature = new Note.Signature(verifier.name(), verifier.id(), signed);
      return new Note(checkpoint.text(), List.of(signature)).toString();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifier.name() + "]";
  }
}
