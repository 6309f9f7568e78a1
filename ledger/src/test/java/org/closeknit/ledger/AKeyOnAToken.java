package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With Debian's SoftHSM, in a process of its own: the library reads where its tokens are from the
 * environment, once.
 */
class AKeyOnAToken {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "5678";

  @TempDir Path folder;

  @BeforeEach
  void a_token_with_a_key() throws Exception {
    assumeTrue(
        Files.exists(LIBRARY) && Files.exists(Path.of("/usr/bin/softhsm2-util")),
        "SoftHSM is not here, so no key on a token is tried: apt-get install softhsm2");
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("token.cfg"),
        "name = closeknit\nlibrary = %s\nslotListIndex = 0\n".formatted(LIBRARY));
    run("softhsm2-util", "--init-token", "--free", "--label", "l", "--so-pin", PIN, "--pin", PIN);
    run(
        java("keytool"),
        "-genkeypair",
        "-alias",
        "ledger",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=ledger",
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-storepass",
        PIN,
        "-providerClass",
        "sun.security.pkcs11.SunPKCS11",
        "-providerArg",
        folder.resolve("token.cfg").toString());
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private List<String> signed(Object... words) throws Exception {
    String[] command = {
      java("java"), "-cp", System.getProperty("java.class.path"), Signer.class.getName()
    };
    return run(java.util.stream.Stream.concat(
                List.of(command).stream(), List.of(words).stream().map(Object::toString))
            .toArray(String[]::new))
        .lines()
        .toList();
  }

  /** Signs with the token's key, while it takes over from one in a file. */
  static final class Signer {
    public static void main(String[] words) throws IOException {
      SigningKey old = SigningKey.loadOrCreate(Path.of(words[1]), Logs.ORIGIN);
      SigningKey key = TokenKey.load(Path.of(words[0]), "ledger", PIN.toCharArray(), Logs.ORIGIN);
      System.out.println(old.verifier());
      System.out.println(key.verifier());
      System.out.print(new SigningKeys(key, Optional.of(old)).sign(checkpoint(3)));
      System.out.println("--");
      System.out.print(key.sign(checkpoint(7)));
    }
  }

  private static Checkpoint checkpoint(int size) {
    return Checkpoint.of(Logs.ORIGIN, Frontier.EMPTY.append(Logs.leaves(size)));
  }

  @Test
  void signs_what_is_verified_without_the_token() throws Exception {
    List<String> said = signed(folder.resolve("token.cfg"), folder.resolve("old.key"));
    VerifierKey old = VerifierKey.parse(said.get(0));
    VerifierKey key = VerifierKey.parse(said.get(1));
    assertThat(key.kind()).isEqualTo(SignatureKind.ECDSA);
    assertThat(key).hasToString(said.get(1));
    String notes = String.join("\n", said.subList(2, said.size())) + "\n";
    String handover = notes.substring(0, notes.indexOf("--\n"));
    String alone = notes.substring(notes.indexOf("--\n") + 3);
    Keyring keys = new Keyring(List.of(old));
    assertThat(keys.open(handover)).isEqualTo(checkpoint(3));
    assertThat(keys.open(alone)).isEqualTo(checkpoint(7));
    assertThat(keys.believedNow()).containsExactly(key);
    assertThatExceptionOfType(LedgerBroken.class)
        .isThrownBy(() -> key.open(alone.replace("\n7\n", "\n8\n")));
  }

  @Test
  void is_not_used_where_it_cannot_be_reached() {
    assertThatIOException()
        .isThrownBy(() ->
            TokenKey.load(folder.resolve("none.cfg"), "ledger", PIN.toCharArray(), Logs.ORIGIN));
  }
}
