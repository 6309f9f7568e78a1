package org.closeknit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ALogChangesItsKey {
  private static final SigningKey OLD = Logs.key(Logs.ORIGIN);
  private static final SigningKey NEW = Logs.key(Logs.ORIGIN);
  private static final SigningKeys BOTH = new SigningKeys(NEW, Optional.of(OLD));
  private static final List<Entry> ENTRIES = Logs.entries("looked", 12);

  private static String by(SigningKey key, int size) {
    return key.sign(at(size));
  }

  private static String byBoth(int size) {
    return BOTH.sign(at(size));
  }

  private static Checkpoint at(int size) {
    return Logs.checkpoint(Logs.ORIGIN, ENTRIES.subList(0, size));
  }

  private static Verdict inspected(List<SigningKey> keys, String... notes) {
    Keyring ring = new Keyring(keys.stream().map(SigningKey::verifier).toList());
    return Inspection.of(ring, ENTRIES.iterator(), List.of(notes).iterator(), Optional.empty());
  }

  private static void broken(String at, Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Altered.class,
            altered -> assertThat(altered.breaks().getFirst().at()).isEqualTo(at));
  }

  @Test
  void and_whoever_has_the_old_one_goes_on_by_its_word() {
    assertThat(inspected(List.of(OLD), by(OLD, 3), byBoth(8), by(NEW, 12)))
        .isEqualTo(new Verdict.Intact(12, 0, 0, 3, at(12)));
  }

  @Test
  void and_whoever_has_both_reads_all_of_it() {
    assertThat(inspected(List.of(OLD, NEW), by(OLD, 3), byBoth(8), byBoth(8), by(NEW, 12)))
        .isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void and_whoever_has_the_new_one_alone_needs_the_old_one_for_what_was_before() {
    assertThat(inspected(List.of(NEW), byBoth(8), by(NEW, 12))).isInstanceOf(Verdict.Intact.class);
    broken("checkpoint 1, signature", inspected(List.of(NEW), by(OLD, 3), byBoth(12)));
  }

  @Test
  void and_the_old_one_is_believed_no_more() {
    broken("checkpoint 2, signature", inspected(List.of(OLD, NEW), byBoth(8), by(OLD, 12)));
  }

  @Test
  void and_a_key_that_nobody_handed_over_to_is_not_believed() {
    broken("checkpoint 2, signature", inspected(List.of(OLD), by(OLD, 3), by(NEW, 12)));
  }

  @Test
  void and_a_key_that_did_not_sign_its_own_handover_is_not_believed() {
    String text = at(8).text() + "next-key " + NEW.verifier() + "\n";
    String note = new Note(text, List.of(OLD.signature(text))).toString();
    assertThatExceptionOfType(LedgerBroken.class).isThrownBy(() -> OLD.verifier().open(note));
  }

  @Test
  void and_never_to_the_key_of_another_log() {
    SigningKey another = Logs.key("another.example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigningKeys(another, Optional.of(OLD)));
    String text = at(8).text() + "next-key " + another.verifier() + "\n";
    String note = new Note(text, List.of(OLD.signature(text), another.signature(text))).toString();
    assertThatExceptionOfType(LedgerBroken.class)
        .isThrownBy(() -> OLD.verifier().open(note))
        .satisfies(broken -> assertThat(broken.at()).isEqualTo("the next key"));
  }

  @Test
  void and_a_witness_speaks_for_no_log() {
    VerifierKey witness = new VerifierKey("w.example", SignatureKind.COSIGNATURE, new byte[32]);
    assertThatIllegalArgumentException().isThrownBy(() -> new Keyring(List.of(witness)));
  }
}
