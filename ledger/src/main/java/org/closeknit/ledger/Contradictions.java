package org.closeknit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the witness's own people, and keeps what was handed in beside what was seen: who runs the
 * log cannot take that away.
 */
final class Contradictions {
  /** Anybody who holds a signed checkpoint can hand it in with a bad proof: no disk is filled. */
  private static final int MOST = 100;

  private final Path folder;
  private final PrintStream out;
  private final InstantSource clock;

  Contradictions(Path folder, PrintStream out, InstantSource clock) {
    this.folder = folder;
    this.out = out;
    this.clock = clock;
  }

  void tell(Cosigner.Answer.NotExtending not, Optional<Memory.Seen> seen, String handed)
      throws IOException {
    String what =
        not.isProof()
            ? "CONTRADICTION: %s signed two different logs of %,d entries."
                .formatted(not.now().origin(), not.now().size())
            : "CONTRADICTION: a checkpoint of %,d entries, signed by %s, was not shown to extend the %,d that were seen."
                .formatted(not.now().size(), not.now().origin(), not.last().size());
    say(what);
    keep(what, seen, handed);
  }

  private synchronized void keep(String what, Optional<Memory.Seen> seen, String handed)
      throws IOException {
    Files.createDirectories(folder);
    long kept;
    try (Stream<Path> files = Files.list(folder)) {
      kept = files.count();
    }
    if (kept < MOST) {
      String before = seen.map(Memory.Seen::note).orElse("nothing\n");
      Path file = folder.resolve("%03d.txt".formatted(kept + 1));
      Durable.write(file, what + "\n\nSeen before:\n" + before + "\nHanded in:\n" + handed);
      say("Both are kept in " + file + ". Ask who runs the log, and keep the file.");
    }
  }

  void say(String what) {
    out.println(clock.instant() + " " + what);
  }
}
