package org.closeknit.match;

import java.time.InstantSource;
import java.util.List;
import org.closeknit.linkage.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives each transaction its draft, and trains the model on a file that brings many. */
@Component
class Drafts {
  private final PersonIndex index;
  private final Models models;
  private final InstantSource clock;

  private final boolean byItself;

  Drafts(
      PersonIndex index,
      Models models,
      InstantSource clock,
      @Value("${closeknit.match.teach-itself:true}") boolean byItself) {
    this.index = index;
    this.models = models;
    this.clock = clock;
    this.byItself = byItself;
  }

  /** The draft of the transaction that holds the lock of matching, ready for these records. */
  Draft readyFor(List<Held> incoming) {
    Draft draft = current().orElseGet(() -> begin(new Draft(index.upToDate())));
    return byItself && draft.teaches(incoming) ? trainedOn(draft, incoming) : draft;
  }

  private Draft trainedOn(Draft draft, List<Held> incoming) {
    Model model = draft.taught(incoming);
    TrainedModel trained = models.keep(model, draft.size() + incoming.size(), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            index.follow(trained);
          }
        });
    end();
    return begin(draft.under(trained));
  }

  private java.util.Optional<Draft> current() {
    return java.util.Optional.ofNullable(
        (Draft) TransactionSynchronizationManager.getResource(this));
  }

  private Draft begin(Draft draft) {
    TransactionSynchronizationManager.bindResource(this, draft);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            end();
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(Drafts.this, draft);
          }

          @Override
          public void beforeCompletion() {
            end();
          }
        });
    return draft;
  }

  private @Nullable Object end() {
    return TransactionSynchronizationManager.unbindResourceIfPossible(this);
  }
}
