package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedCheckpoints {
  private static final SigningKey KEY = Logs.key(Logs.ORIGIN);
  private static final Checkpoint CHECKPOINT =
      Logs.checkpoint(Logs.ORIGIN, Logs.entries("looked", 5));
  private static final String NOTE = KEY.sign(CHECKPOINT);

  record Lie(String name, UnaryOperator<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Lie> lies() {
    SigningKey another = Logs.key(Logs.ORIGIN);
    SigningKey elsewhere = Logs.key("closeknit.example/other");
    String signature = NOTE.substring(NOTE.indexOf("\u2014"));
    return Stream.of(
        new Lie("another size", note -> note.replace("\n5\n", "\n6\n")),
        new Lie("a size spelt otherwise", note -> note.replace("\n5\n", "\n05\n")),
        new Lie(
            "another root", note -> note.replace("" + CHECKPOINT.root(), "" + Hash.ofNothing())),
        new Lie("another origin", note -> note.replaceFirst("closeknit", "openknit")),
        new Lie("a line added to what was signed", note -> note.replaceFirst("\n\n", "\nmore\n\n")),
        new Lie("a root left out", note -> note.replace(CHECKPOINT.root() + "\n", "")),
        new Lie("no signature", note -> note.replace(signature, "")),
        new Lie("half a signature", note -> note.substring(0, note.length() - 9) + "\n"),
        new Lie("the end cut off", note -> note.substring(0, note.length() - 1)),
        new Lie("another key of the same name", note -> another.sign(CHECKPOINT)),
        new Lie(
            "another log's checkpoint",
            note -> elsewhere.sign(Checkpoint.of("closeknit.example/other", Frontier.EMPTY))),
        new Lie("a good signature and a false one of this key", note -> note + forged(signature)),
        new Lie("a thousand signatures", note -> note + signature.repeat(1000)),
        new Lie("a carriage return", note -> note.replaceFirst("\n", "\r\n")),
        new Lie("nothing", note -> ""));
  }

  private static String forged(String signature) {
    int last = signature.length() - 10;
    char other = signature.charAt(last) == 'A' ? 'B' : 'A';
    return signature.substring(0, last) + other + signature.substring(last + 1);
  }

  @Test
  void are_opened_by_their_key() {
    VerifierKey handedOver = VerifierKey.parse(KEY.verifier().toString());
    assertThat(handedOver.open(NOTE)).isEqualTo(CHECKPOINT);
  }

  @Test
  void may_carry_signatures_of_witnesses() {
    SigningKey witness = Logs.key("witness.example");
    byte[] text = CHECKPOINT.text().getBytes(StandardCharsets.UTF_8);
    var signature = new Note.Signature("witness.example", witness.verifier().id(), text);
    assertThat(KEY.verifier().open(NOTE + signature.line())).isEqualTo(CHECKPOINT);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void are_refused_with(Lie lie) {
    String told = lie.told().apply(NOTE);
    assertThat(told).isNotEqualTo(NOTE);
    assertThatExceptionOfType(LedgerBroken.class).isThrownBy(() -> KEY.verifier().open(told));
  }

  @Test
  void are_refused_with_any_one_bit_turned() {
    byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
    for (int bit = 0; bit < note.length * 8; bit++) {
      byte[] turned = note.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      String told = new String(turned, StandardCharsets.UTF_8);
      assertThatExceptionOfType(LedgerBroken.class)
          .as("bit %d", bit)
          .isThrownBy(() -> KEY.verifier().open(told));
    }
  }

  @Test
  void are_of_a_log_whose_name_cannot_pass_for_something_else() {
    for (String name : List.of("", "two words", "two\nlines", "a+b", "no\u00a0break", "tab\t")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Checkpoint(name, 0, Hash.ofNothing()));
    }
  }

  @Test
  void are_signed_for_the_key_s_own_log_only() {
    Checkpoint another = Checkpoint.of("closeknit.example/other", Frontier.EMPTY);
    assertThatIllegalArgumentException().isThrownBy(() -> KEY.sign(another));
  }

  @Test
  void are_not_checked_with_a_key_that_was_altered() {
    String key = KEY.verifier().toString();
    for (int at = 0; at < key.length(); at++) {
      String altered = key.substring(0, at) + (char) (key.charAt(at) ^ 1) + key.substring(at + 1);
      assertThatIllegalArgumentException().as(altered).isThrownBy(() -> VerifierKey.parse(altered));
    }
  }
}
