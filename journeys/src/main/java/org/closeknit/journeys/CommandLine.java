package org.closeknit.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The options of a main, and how one ends: 0, 1 for a failure in one line, 2 for wrong usage. */
final class CommandLine {

  private final Map<String, String> options;

  private CommandLine(Map<String, String> options) {
    this.options = options;
  }

  @FunctionalInterface
  interface Work {
    void with(CommandLine options) throws IOException, InterruptedException;
  }

  /** A failure that the caller can act upon, said in one line. */
  static final class Failed extends RuntimeException {
    Failed(String line) {
      super(line);
    }
  }

  private static final class Usage extends RuntimeException {
    Usage(String line) {
      super(line);
    }
  }

  static void run(String usage, String[] arguments, Work work) {
    int code = exitCode(usage, arguments, work);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int exitCode(String usage, String[] arguments, Work work) {
    try {
      work.with(parse(arguments));
      return 0;
    } catch (Usage wrong) {
      System.err.println(wrong.getMessage() + ". Usage: " + usage);
      return 2;
    } catch (Failed failed) {
      System.err.println(failed.getMessage());
      return 1;
    } catch (IOException broken) {
      System.err.println(broken.getClass().getSimpleName() + ": " + broken.getMessage());
      return 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      System.err.println("Stopped before the end");
      return 1;
    }
  }

  private static CommandLine parse(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      String name = arguments[at];
      if (!name.startsWith("--") || at + 1 == arguments.length) {
        throw new Usage("Cannot read the option " + name);
      }
      options.put(name.substring(2), arguments[at + 1]);
    }
    return new CommandLine(options);
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> new Usage("--" + name + " is missing"));
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  long number(String name, long otherwise) {
    try {
      return optional(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException wrong) {
      throw new Usage("--" + name + " is no number");
    }
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
