package org.closeknit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
      usage: verify-audit EXPORT [--key FILE|KEY] [--since CHECKPOINT]
        EXPORT              the exported log, a folder or a zip file
        --key FILE|KEY      the log's verifier key as you were given it, in a file or as its text;
                            without it, the key in the export is taken
        --since CHECKPOINT  a file with a checkpoint that you kept from earlier: this log must
                            continue it
      Ends with 0 when the log is intact, 1 when it has been altered, 2 when it was not looked at.
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
      return inspect(Request.parse(arguments));
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
    try (Exported export = Exported.open(request.export())) {
      VerifierKey key = request.key().isPresent() ? request.key().get() : export.key();
      Optional<Checkpoint> kept = request.since().map(key::open);
      Verdict verdict = Inspection.of(key, export.entries(), export.checkpoints(), kept);
      tellOrigin(key, request.key().isPresent());
      int code = tell(verdict);
      if (verdict instanceof Verdict.Intact && kept.isPresent()) {
        out.println("It continues your checkpoint of %,d entries.".formatted(kept.get().size()));
      }
      return code;
    } catch (ZipException | UncheckedIOException broken) {
      throw new LedgerBroken("the export", "files that can be read", "broken ones");
    }
  }

  private void tellOrigin(VerifierKey key, boolean given) {
    out.println("The log calls itself " + key.name() + ".");
    out.println(
        given
            ? "It was held against the key that you gave."
            : "The key was taken from the export itself: compare it with the one that you were"
                + " given, "
                + key);
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
  private record Request(Path export, Optional<VerifierKey> key, Optional<String> since) {

    static Request parse(List<String> arguments) throws IOException {
      Optional<Path> export = Optional.empty();
      Optional<VerifierKey> key = Optional.empty();
      Optional<String> since = Optional.empty();
      for (var rest = arguments.iterator(); rest.hasNext(); ) {
        String word = rest.next();
        if (word.startsWith("--") && !rest.hasNext()) {
          throw new IllegalArgumentException(word + " needs a value, or is not known");
        }
        switch (word) {
          case "--key" -> key = Optional.of(readKey(rest.next()));
          case "--since" -> since = Optional.of(Files.readString(existing(rest.next())));
          default -> export = Optional.of(only(export, existing(word)));
        }
      }
      return new Request(
          export.orElseThrow(() -> new IllegalArgumentException("Which export?")), key, since);
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

    private static VerifierKey readKey(String fileOrKey) throws IOException {
      return VerifierKey.parse(
          isFile(fileOrKey) ? Files.readString(Path.of(fileOrKey)) : fileOrKey);
    }

    private static boolean isFile(String name) {
      try {
        return Files.isRegularFile(Path.of(name));
      } catch (InvalidPathException noPath) {
        return false;
      }
    }
  }
}
