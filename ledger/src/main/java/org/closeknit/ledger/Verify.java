package org.closeknit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** The inspector's command: has this log been altered? */
public final class Verify {
  private static final int INTACT = 0;
  private static final int ALTERED = 1;
  private static final int USAGE = 2;

  private static final String HOW =
      """
      usage: verify-audit EXPORT [--key FILE|KEY] [--since CHECKPOINT] [--witness KEY]
             verify-audit --proof FILE --key FILE|KEY [--witness KEY]
        EXPORT              the exported log, a folder or a zip file
        --proof FILE        the proof of one look, as it was taken from the page Who looked
        --key FILE|KEY      the log's verifier key as you were given it, in a file or as its text;
                            more than one where the log has changed keys; without it, the keys in
                            the export are taken
        --since CHECKPOINT  a file with a checkpoint that you kept from earlier: this log must
                            continue it
        --witness KEY       the key of a witness that must have given its word; as many as you know
      Ends with 0 when all is intact, 1 when it has been altered, 2 when it was not looked at.
      """;

  private final PrintStream out;
  private final PrintStream err;

  Verify(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    System.exit(new Verify(System.out, System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    try {
      Request request = Request.parse(arguments);
      return request.proof().isPresent() ? prove(request) : inspect(request);
    } catch (LedgerBroken broken) {
      return tell(new Verdict.Altered(List.of(broken)));
    } catch (IllegalArgumentException misused) {
      err.println(misused.getMessage());
      err.print(HOW);
      return USAGE;
    } catch (IOException | UncheckedIOException unread) {
      err.println("The export could not be read: " + unread.getMessage());
      return USAGE;
    }
  }

  private int inspect(Request request) throws IOException {
    try (Exported export = Exported.open(request.export().orElseThrow())) {
      boolean given = !request.keys().isEmpty();
      List<VerifierKey> keys = given ? request.keys() : export.keys();
      Optional<Checkpoint> kept = request.since().map(new Keyring(keys)::open);
      Words words = new Words(request.witnesses());
      Verdict verdict =
          Inspection.of(
              new Keyring(keys), export.entries(), words.heard(export.checkpoints()), kept);
      tellOrigin(keys, given);
      int code = tell(verdict);
      code = words.tell(out) ? code : ALTERED;
      if (verdict instanceof Verdict.Intact && kept.isPresent()) {
        out.println("It continues your checkpoint of %,d entries.".formatted(kept.get().size()));
      }
      return code;
    } catch (ZipException | UncheckedIOException broken) {
      throw new LedgerBroken("the export", "files that can be read", "broken ones");
    }
  }

  private int prove(Request request) throws IOException {
    Path file = request.proof().orElseThrow();
    Proofs.needs(
        "the proof", Files.size(file) <= LookProof.LONGEST, "a small file", "a larger one");
    LookProof proof = LookProof.parse(Files.readString(file));
    if (request.keys().isEmpty()) {
      throw new IllegalArgumentException("A proof is held against the log's key: --key");
    }
    Checkpoint checkpoint;
    try {
      checkpoint = proof.verify(new Keyring(request.keys()));
    } catch (LedgerBroken broken) {
      tell(broken);
      out.println("NOT PROVEN: this is not what was signed.");
      return ALTERED;
    }
    Words words = new Words(request.witnesses());
    words.hear(proof.note());
    out.println("This stands in the log " + checkpoint.origin() + ", and was not altered:");
    InWords.of(proof).forEach(line -> out.println("  " + line));
    out.println(
        "It is entry %,d of the %,d for which the log's key signed."
            .formatted(proof.index(), checkpoint.size()));
    if (!words.tell(out)) {
      return ALTERED;
    }
    out.println("Proven.");
    return INTACT;
  }

  private void tellOrigin(List<VerifierKey> keys, boolean given) {
    out.println("The log calls itself " + keys.getFirst().name() + ".");
    if (given) {
      out.println("It was held against the key that you gave.");
    } else {
      out.println(
          "The key was taken from the export itself: compare it with the one that you were given,");
      keys.forEach(key -> out.println("  " + key));
    }
  }

  private int tell(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact intact -> {
        out.println(
            "%,d entries were read, and each hashed anew."
                .formatted(intact.entries() - intact.closed()));
        if (intact.closed() > 0) {
          out.println(
              "%,d more stand in it by their hash alone: what they say was not for whoever took this log."
                  .formatted(intact.closed()));
        }
        if (intact.erased() > 0) {
          out.println(
              "%,d were erased in part: who did it is gone, and a later entry says that it was erased."
                  .formatted(intact.erased()));
        }
        out.println(
            "%,d checkpoints were checked: each is signed, and each is a beginning of the next."
                .formatted(intact.checkpoints()));
        out.println("The root over all entries is " + intact.last().root() + ".");
        out.println("Intact: nothing was altered, removed, added or put in another order.");
        yield INTACT;
      }
      case Verdict.Altered altered -> {
        altered.breaks().forEach(this::tell);
        out.println("ALTERED: this log is not what was signed.");
        yield ALTERED;
      }
    };
  }

  private void tell(LedgerBroken broken) {
    out.println("At " + broken.at() + ":");
    out.println("  expected " + broken.expected());
    out.println("  found    " + broken.found());
  }

  /** What the command line asked for. */
  private record Request(
      Optional<Path> export,
      Optional<Path> proof,
      List<VerifierKey> keys,
      List<VerifierKey> witnesses,
      Optional<String> since) {

    static Request parse(List<String> arguments) throws IOException {
      Optional<Path> export = Optional.empty();
      Optional<Path> proof = Optional.empty();
      List<VerifierKey> keys = new ArrayList<>();
      List<VerifierKey> witnesses = new ArrayList<>();
      Optional<String> since = Optional.empty();
      for (var rest = arguments.iterator(); rest.hasNext(); ) {
        String word = rest.next();
        if (word.startsWith("--") && !rest.hasNext()) {
          throw new IllegalArgumentException(word + " needs a value, or is not known");
        }
        switch (word) {
          case "--key" -> keys.addAll(VerifierKeys.read(rest.next()));
          case "--proof" -> proof = Optional.of(existing(rest.next()));
          case "--witness" -> witnesses.addAll(VerifierKeys.read(rest.next()));
          case "--since" -> since = Optional.of(Files.readString(existing(rest.next())));
          default -> export = Optional.of(only(export, existing(word)));
        }
      }
      if (export.isPresent() == proof.isPresent()) {
        throw new IllegalArgumentException("One export, or one proof?");
      }
      return new Request(export, proof, keys, witnesses, since);
    }

    private static Path only(Optional<Path> before, Path export) {
      if (before.isPresent()) {
        throw new IllegalArgumentException("One export at a time.");
      }
      return export;
    }

    private static Path existing(String name) {
      Path file = Path.of(name);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException("There is no " + name);
      }
      return file;
    }
  }
}
