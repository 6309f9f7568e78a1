package org.closeknit;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes in one line of the log what failed by the database. When that is lost everything fails at
 * once, and a stack for each says nothing more; and what PostgreSQL says of a row may hold what
 * stands in it.
 */
public final class LostDatabase extends ExtendedThrowableProxyConverter {
  @Override
  protected String throwableProxyToString(IThrowableProxy thrown) {
    return cause(thrown)
        .map(cause ->
            "  %s, %s %s%s%n"
                .formatted(
                    thrown.getClassName(),
                    cause.getClass().getName(),
                    Optional.ofNullable(cause.getSQLState()).orElse("without a state"),
                    ours(thrown).map(at -> ", " + at).orElse("")))
        .orElseGet(() -> super.throwableProxyToString(thrown));
  }

  private static Optional<SQLException> cause(IThrowableProxy thrown) {
    for (IThrowableProxy one = thrown; one != null; one = one.getCause()) {
      if (one instanceof ThrowableProxy whole && whole.getThrowable() instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  /** The first place of this project's own. */
  private static Optional<String> ours(IThrowableProxy thrown) {
    return Arrays.stream(thrown.getStackTraceElementProxyArray())
        .map(StackTraceElementProxy::getStackTraceElement)
        .filter(at -> at.getClassName().startsWith("org.closeknit."))
        .filter(at -> at.getLineNumber() > 0)
        .map(at -> "at " + at.getClassName() + ":" + at.getLineNumber())
        .findFirst();
  }
}
