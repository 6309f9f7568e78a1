package org.closeknit.audit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.closeknit.ledger.Handed;
import org.closeknit.ledger.LedgerBroken;
import org.springframework.stereotype.Component;

/** Hands a checkpoint to a witness and reads what it says (C2SP tlog-witness). */
@Component
class WitnessCall {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST = 1 << 16;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What a witness says. */
  sealed interface Said {
    record Cosigned(String line, Instant at) implements Said {}

    record SawLast(long size) implements Said {}

    record DoesNotExtend() implements Said {}

    record Nothing(String why) implements Said {}
  }

  Said hand(Watcher witness, Handed handed) {
    HttpRequest request =
        HttpRequest.newBuilder(witness.address())
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(handed.body()))
            .build();
    try {
      return said(
          witness,
          handed,
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST)));
    } catch (IOException unreachable) {
      return new Said.Nothing("it cannot be reached");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return new Said.Nothing("the service ended");
    }
  }

  private static Said said(Watcher witness, Handed handed, HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 -> cosigned(witness, handed, answer.body());
      case 409 ->
          answer.body().matches("[0-9]{1,18}\n")
              ? new Said.SawLast(Long.parseLong(answer.body().strip()))
              : new Said.Nothing("it answers what cannot be read");
      case 422 -> new Said.DoesNotExtend();
      case 403 -> new Said.Nothing("it does not know this log's key");
      case 404 -> new Said.Nothing("it does not watch this log");
      default -> new Said.Nothing("it answers " + answer.statusCode());
    };
  }

  /** Believed when it is the witness's own, under this very checkpoint; other lines are dropped. */
  private static Said cosigned(Watcher witness, Handed handed, String lines) {
    try {
      Optional<Instant> at = witness.key().cosigned(handed.note() + lines);
      String own = "\u2014 " + witness.key().name() + " ";
      String line =
          lines
              .lines()
              .filter(one -> one.startsWith(own))
              .findFirst()
              .map(one -> one + "\n")
              .orElse("");
      if (at.isPresent() && witness.key().cosigned(handed.note() + line).isPresent()) {
        return new Said.Cosigned(line, at.get());
      }
    } catch (LedgerBroken notItsWord) {
      // Answered below, as no word is.
    }
    return new Said.Nothing("its signature does not hold");
  }
}
