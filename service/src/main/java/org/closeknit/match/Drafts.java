package org.closeknit.match;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closeknit.linkage.Model;
import org.closeknit.linkage.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives each transaction its draft, and trains the model where the records have outgrown it. */
@Component
class Drafts {
  private final PersonIndex index;
  private final Records records;
  private final Models models;
  private final InstantSource clock;

  Drafts(PersonIndex index, Records records, Models models, InstantSource clock) {
    this.index = index;
    this.records = records;
    this.models = models;
    this.clock = clock;
  }

  /** The draft of the transaction that holds the lock of matching, ready for these records. */
  Draft readyFor(List<Held> incoming) {
    Draft draft = current().orElseGet(() -> begin(new Draft(index.upToDate())));
    int held = draft.size() + incoming.size();
    return draft.trained().isOutgrownBy(held) ? trainedOn(incoming) : draft;
  }

  private Draft trainedOn(List<Held> incoming) {
    var people = new ArrayList<Person>();
    records.since(
        0,
        (held, revision) -> {
          if (!held.record().says().withdrawn()) {
            people.add(held.person());
          }
        });
    List<Person> all = Stream.concat(people.stream(), incoming.stream().map(Held::person)).toList();
    TrainedModel trained = models.keep(Model.train(all), all.size(), clock.instant());
    PersonIndex.Filled filled = index.filled(trained);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            index.install(filled);
          }
        });
    end();
    return begin(new Draft(filled.shelf()));
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
