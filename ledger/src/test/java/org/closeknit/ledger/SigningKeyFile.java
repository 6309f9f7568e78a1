package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFile {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("audit.key");
  }

  @Test
  void is_made_once_and_taken_up_again() throws IOException {
    SigningKey made = SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    SigningKey again = SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    assertThat(again.verifier()).isEqualTo(made.verifier());
    Checkpoint checkpoint = Checkpoint.of(Logs.ORIGIN, Frontier.EMPTY);
    assertThat(again.sign(checkpoint)).isEqualTo(made.sign(checkpoint));
  }

  @Test
  void is_its_owner_s_alone() throws IOException {
    SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void is_refused_when_others_can_read_it() throws IOException {
    SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatIOException()
        .isThrownBy(() -> SigningKey.load(file()))
        .withMessageContaining("chmod 600");
  }

  @Test
  void is_refused_for_another_log() throws IOException {
    SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    assertThatIOException().isThrownBy(() -> SigningKey.loadOrCreate(file(), "another.example"));
  }

  @Test
  void is_refused_when_its_halves_are_of_two_keys_or_missing() throws IOException {
    SigningKey.loadOrCreate(file(), Logs.ORIGIN);
    List<String> lines = Files.readAllLines(file());
    String another = Logs.key(Logs.ORIGIN).verifier().toString();
    for (List<String> wrong :
        List.of(List.of(lines.getFirst(), another), List.of(lines.getFirst()), List.<String>of())) {
      Files.write(file(), wrong);
      assertThatIOException().isThrownBy(() -> SigningKey.load(file()));
    }
  }

  @Test
  void does_not_show_itself() throws IOException {
    assertThat(SigningKey.loadOrCreate(file(), Logs.ORIGIN))
        .hasToString("SigningKey[" + Logs.ORIGIN + "]");
  }
}
