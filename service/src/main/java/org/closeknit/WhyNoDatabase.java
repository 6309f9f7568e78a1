package org.closeknit;

import org.closeknit.database.DatabaseCannotStart;
import org.closeknit.database.DatabaseInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the database that the service brings did not start, without a stack trace. */
final class WhyNoDatabase extends AbstractFailureAnalyzer<DatabaseCannotStart> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseCannotStart cause) {
    String remedy =
        cause instanceof DatabaseInUse
            ? "Stop the other one, or give another folder: closeknit.data=DIR."
            : "Put that right, or give a PostgreSQL of your own: spring.datasource.url=jdbc:postgresql://...";
    return new FailureAnalysis(String.valueOf(cause.getMessage()), remedy, cause);
  }
}
