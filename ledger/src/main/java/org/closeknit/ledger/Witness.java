package org.closeknit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The command of a partner who keeps an eye on somebody's log without seeing what stands in it. */
public final class Witness {
  private static final String HOW =
      """
      usage: witness --name NAME --log KEY [--log KEY] [--data DIR] [--port N] [--address A]
        --name NAME   how this witness calls itself, as witness.council.example; once, for good
        --log KEY     the verifier key of a log that is watched, in a file or as its text
        --data DIR    where its key and what it saw are kept (.closeknit-witness)
        --port N      where it listens (8090)
        --address A   on which address (127.0.0.1); in front of others put TLS
      It cosigns a checkpoint only when that extends what it saw last, and tells you when one does not.
      """;

  private Witness() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Request request = Request.parse(List.of(arguments));
      try (Running running = start(request, System.out, InstantSource.system())) {
        running.tell(System.out);
        new CountDownLatch(1).await();
      }
    } catch (IllegalArgumentException misused) {
      System.err.println(misused.getMessage());
      System.err.print(HOW);
      System.exit(2);
    } catch (IOException failed) {
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }

  /** What listens, and what it keeps. */
  record Running(WitnessServer server, Memory memory, VerifierKey key) implements AutoCloseable {
    void tell(PrintStream out) {
      out.println("Witness " + key.name() + " listens on port " + server.port() + ".");
      out.println("Give this key to whoever runs the log: " + key);
      memory
          .all()
          .forEach((origin, seen) ->
              out.println(
                  "Of %s it has seen %,d entries.".formatted(origin, seen.checkpoint().size())));
    }

    @Override
    public void close() throws IOException {
      server.close();
      memory.close();
    }
  }

  static Running start(Request request, PrintStream out, InstantSource clock) throws IOException {
    Memory memory = Memory.open(request.data());
    try {
      SigningKey key = SigningKey.ofWitness(request.data().resolve("witness.key"), request.name());
      Cosigner cosigner = new Cosigner(key, memory, request.logs(), clock);
      Contradictions contradictions =
          new Contradictions(request.data().resolve("contradictions"), out, clock);
      WitnessServer server = new WitnessServer(cosigner, memory, contradictions, request.address());
      return new Running(server, memory, key.verifier());
    } catch (IOException | RuntimeException failed) {
      memory.close();
      throw failed;
    }
  }

  /** What the command line asked for. */
  record Request(String name, List<VerifierKey> logs, Path data, InetSocketAddress address) {
    private static final List<String> KNOWN = List.of("--name", "--data", "--port", "--address");

    static Request parse(List<String> words) throws IOException {
      Map<String, String> given = new HashMap<>();
      List<VerifierKey> logs = new ArrayList<>();
      for (int at = 0; at < words.size(); at += 2) {
        String word = words.get(at);
        if (at + 1 == words.size() || !(word.equals("--log") || KNOWN.contains(word))) {
          throw new IllegalArgumentException(word + " needs a value, or is not known");
        }
        if (word.equals("--log")) {
          logs.addAll(VerifierKeys.read(words.get(at + 1)));
        } else {
          given.put(word, words.get(at + 1));
        }
      }
      return of(given, logs);
    }

    private static Request of(Map<String, String> given, List<VerifierKey> logs)
        throws IOException {
      if (!given.containsKey("--name") || logs.isEmpty()) {
        throw new IllegalArgumentException("Which name, and which log?");
      }
      Checkpoint.requireName(given.getOrDefault("--name", ""));
      InetAddress address = InetAddress.getByName(given.getOrDefault("--address", "127.0.0.1"));
      int port = Integer.parseInt(given.getOrDefault("--port", "8090"));
      return new Request(
          given.getOrDefault("--name", ""),
          List.copyOf(logs),
          Path.of(given.getOrDefault("--data", ".closeknit-witness")),
          new InetSocketAddress(address, port));
    }
  }
}
