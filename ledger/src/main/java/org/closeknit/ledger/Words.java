package org.closeknit.ledger;

import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What witnesses gave their word on; of each the last counts. */
final class Words {
  private final List<VerifierKey> witnesses;
  private final Map<VerifierKey, String> last = new HashMap<>();

  Words(List<VerifierKey> witnesses) {
    if (!witnesses.stream().allMatch(VerifierKey::isWitness)) {
      throw new IllegalArgumentException("--witness takes the key of a witness");
    }
    this.witnesses = List.copyOf(witnesses);
  }

  /** The same notes, heard as they go by. */
  Iterator<String> heard(Iterator<String> notes) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return notes.hasNext();
      }

      @Override
      public String next() {
        String note = notes.next();
        hear(note);
        return note;
      }
    };
  }

  /** Verified when it is told: of thousands of hours the last is enough. */
  void hear(String note) {
    for (VerifierKey witness : witnesses) {
      if (note.contains("\n\u2014 " + witness.name() + " ")) {
        last.put(witness, note);
      }
    }
  }

  /** Whether all that were asked for gave it; throws where one is false. */
  boolean tell(PrintStream out) {
    boolean all = true;
    for (VerifierKey witness : witnesses) {
      String note = last.getOrDefault(witness, "");
      Optional<Instant> at = note.isEmpty() ? Optional.empty() : witness.cosigned(note);
      out.println(at.map(when -> gave(witness, note, when)).orElseGet(() -> gaveNone(witness)));
      all &= at.isPresent();
    }
    if (witnesses.isEmpty()) {
      out.println("No witness was asked for: --witness KEY.");
    }
    return all;
  }

  private static String gave(VerifierKey witness, String note, Instant when) {
    return "The witness %s saw this log with %,d entries on %s, and gave its word that it only grew."
        .formatted(witness.name(), Checkpoint.parse(Note.parse(note).text()).size(), when);
  }

  private static String gaveNone(VerifierKey witness) {
    return "NOT WITNESSED: %s gave no word on this.".formatted(witness.name());
  }
}
