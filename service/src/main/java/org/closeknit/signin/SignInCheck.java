package org.closeknit.signin;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Credentials;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves who somebody is by password and, where they have one, a one-time code. */
@Component
class SignInCheck {
  private final Agencies agencies;
  private final PasswordEncoder passwords;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Tries tries;
  private final InstantSource clock;
  private final TransactionTemplate transaction;
  private final Semaphore hashing = new Semaphore(2);
  // Compared with when nobody has the name, so that a stranger learns nothing from the time it
  // takes.
  private final String nobodysHash;

  SignInCheck(
      Agencies agencies,
      PasswordEncoder passwords,
      JdbcClient jdbc,
      Audit audit,
      Tries tries,
      InstantSource clock,
      TransactionTemplate transaction) {
    this.agencies = agencies;
    this.passwords = passwords;
    this.jdbc = jdbc;
    this.audit = audit;
    this.tries = tries;
    this.clock = clock;
    this.transaction = transaction;
    this.nobodysHash = passwords.encode("nobody has this password");
  }

  /** What came of a try. */
  sealed interface Proof {
    record Proven(Asker.Worker worker) implements Proof {}

    /** Which of name, password and code was wrong is not told. */
    record Wrong() implements Proof {}

    /** There were too many wrong tries from there; this one was not looked at. */
    record TooOften() implements Proof {}
  }

  /** Who it is. Right or wrong, it is in the audit. */
  Proof prove(String username, String password, String code, Tries.From from) {
    Optional<Credentials> known = agencies.credentials(username);
    List<Tries.Lane> lanes = tries.lanes(username, known.map(one -> one.staff().id()), from);
    if (!tries.mayTry(lanes)) {
      return new Proof.TooOften();
    }
    boolean right = matches(password, known.map(Credentials::passwordHash).orElse(nobodysHash));
    Optional<Asker.Worker> worker =
        known.flatMap(credentials ->
            Objects.requireNonNull(
                transaction.execute(unused -> prove(credentials, right, code)),
                "a transaction's result"));
    if (worker.isEmpty()) {
      tries.wrong(lanes);
    }
    return worker.<Proof>map(Proof.Proven::new).orElseGet(Proof.Wrong::new);
  }

  /** At most two at once, and no connection held meanwhile: many wrong sign-ins stop no check. */
  private boolean matches(String password, String hash) {
    hashing.acquireUninterruptibly();
    try {
      return passwords.matches(password, hash);
    } finally {
      hashing.release();
    }
  }

  private Optional<Asker.Worker> prove(Credentials credentials, boolean right, String code) {
    var worker = new Asker.Worker(credentials.staff(), agencies.get(credentials.staff().agency()));
    boolean proven = right && codeRight(credentials, code);
    write(worker, "signed in", proven);
    return proven ? Optional.of(worker) : Optional.empty();
  }

  /**
   * Whether the person of a session is there still: by their password, or by a code. The audit
   * names what it was for.
   */
  boolean proveAgain(Asker.Worker worker, String secret, String action) {
    Optional<Credentials> known = agencies.credentials(worker.staff().username());
    boolean password =
        matches(secret, known.map(Credentials::passwordHash).orElse(nobodysHash))
            && known.isPresent();
    return Boolean.TRUE.equals(
        transaction.execute(unused -> {
          boolean code =
              known
                  .filter(one -> one.totpSecret().isPresent() && codeRight(one, secret))
                  .isPresent();
          write(worker, action, password || code);
          return password || code;
        }));
  }

  /** Somebody has been proven to be who they are in another way, which the audit names. */
  void proven(Asker.Worker worker, String how) {
    tried(worker, how, true);
  }

  /** Does something and writes it down, in one transaction; false where it was not done. */
  boolean provenWith(Asker.Worker worker, String what, BooleanSupplier doing) {
    return Boolean.TRUE.equals(
        transaction.execute(unused -> {
          boolean done = doing.getAsBoolean();
          if (done) {
            write(worker, what, true);
          }
          return done;
        }));
  }

  /** The same, or not. */
  void tried(Asker.Worker worker, String how, boolean proven) {
    transaction.executeWithoutResult(unused -> write(worker, how, proven));
  }

  /** Somebody hid their screen. */
  void hid(Asker.Worker worker) {
    transaction.executeWithoutResult(unused -> write(worker, "hid the screen", true));
  }

  private void write(Asker.Worker worker, String action, boolean proven) {
    audit.write(
        new Entry(
            worker,
            action,
            "sign-in",
            proven ? "allowed" : "refused: WRONG",
            Optional.empty(),
            List.of(),
            false,
            ""));
  }

  private boolean codeRight(Credentials credentials, String code) {
    if (credentials.totpSecret().isEmpty()) {
      return true;
    }
    OptionalLong step = Totp.stepOf(code, credentials.totpSecret().get(), clock.instant());
    return step.isPresent() && firstUse(credentials, step.getAsLong());
  }

  private boolean firstUse(Credentials credentials, long step) {
    return jdbc.sql(
                """
                insert into totp_used (staff_id, step) values (:staff, :step)
                on conflict (staff_id) do update set step = excluded.step where totp_used.step < excluded.step
                """)
            .param("staff", credentials.staff().id().value())
            .param("step", step)
            .update()
        == 1;
  }
}
