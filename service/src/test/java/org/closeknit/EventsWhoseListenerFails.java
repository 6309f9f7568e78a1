package org.closeknit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    properties = {
      "closeknit.events.second-chance=PT0.2S",
      "spring.modulith.events.staleness.check-interval=PT0.5S"
    })
@RealDatabase
@Import(EventsWhoseListenerFails.Clumsy.class)
class EventsWhoseListenerFails {
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clumsy listener;

  record SomethingHappened(UUID id) {}

  @BeforeEach
  void forget() {
    listener.attempts().set(0);
    listener.done().clear();
  }

  @Test
  void are_handed_out_again_until_it_has_done_its_part() throws Exception {
    SomethingHappened event = new SomethingHappened(UUID.randomUUID());
    transactions.executeWithoutResult(unused -> events.publishEvent(event));

    assertThat(listener.done().poll(60, SECONDS)).isEqualTo(event);
    assertThat(listener.attempts().get()).isEqualTo(2);
  }

  @Test
  void are_not_raised_at_all_when_the_transaction_fails() {
    int before = kept();
    transactions.executeWithoutResult(status -> {
      events.publishEvent(new SomethingHappened(UUID.randomUUID()));
      assertThat(kept()).isGreaterThan(before);
      status.setRollbackOnly();
    });
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void left_by_an_instance_that_died_are_taken_up_by_another() throws Exception {
    listener.attempts().set(1);
    SomethingHappened event = new SomethingHappened(UUID.randomUUID());
    transactions.executeWithoutResult(unused -> events.publishEvent(event));
    assertThat(listener.done().poll(60, SECONDS)).isEqualTo(event);
    Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
    jdbc.sql(
            """
            INSERT INTO event_publication
              (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
            VALUES (gen_random_uuid(), :listener, :type, :event, :date, 'PROCESSING', 1)
            """)
        .param("listener", Clumsy.ID)
        .param("type", SomethingHappened.class.getName())
        .param("event", "{\"id\":\"" + event.id() + "\"}")
        .param("date", java.sql.Timestamp.from(longAgo))
        .update();
    assertThat(listener.done().poll(60, SECONDS)).isEqualTo(event);
  }

  private int kept() {
    return jdbc.sql("SELECT count(*) FROM event_publication").query(Integer.class).single();
  }

  @TestConfiguration
  static class Clumsy {
    static final String ID = "the-clumsy-one";
    private final AtomicInteger attempts = new AtomicInteger();
    private final BlockingQueue<SomethingHappened> done = new LinkedBlockingQueue<>();

    AtomicInteger attempts() {
      return attempts;
    }

    BlockingQueue<SomethingHappened> done() {
      return done;
    }

    @ApplicationModuleListener(id = ID)
    void on(SomethingHappened event) {
      if (attempts.incrementAndGet() == 1) {
        throw new IllegalStateException("not yet");
      }
      done.add(event);
    }
  }
}
