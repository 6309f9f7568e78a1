package org.closeknit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The one clock, and the second chance of every event. An event whose listener failed, or whose
 * instance died, counts as failed after {@code spring.modulith.events.staleness} and is handed out
 * again by whichever instance looks first; the registry lets only one of them have it.
 */
@Configuration(proxyBeanMethods = false)
class TimeAndEvents {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 10;
  private static final int AT_ONCE = 200;
  private static final int LISTENERS = 10;

  @Bean
  static InstantSource clock() {
    return InstantSource.system();
  }

  /**
   * So many listeners at once that half the database's connections are left for those who wait for
   * an answer; the others queue here and in the registry.
   */
  @Bean({"applicationTaskExecutor", "taskExecutor"})
  static ThreadPoolTaskExecutor listeners() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setThreadFactory(Thread.ofVirtual().name("listener-", 0).factory());
    executor.setCorePoolSize(LISTENERS);
    executor.setMaxPoolSize(LISTENERS);
    executor.setWaitForTasksToCompleteOnShutdown(true);
    executor.setAwaitTerminationSeconds(10);
    return executor;
  }

  @Bean
  static SecondChances secondChances(FailedEventPublications failed, InstantSource clock) {
    return new SecondChances(failed, clock);
  }

  record SecondChances(FailedEventPublications failed, InstantSource clock) {
    @Scheduled(fixedDelayString = "${closeknit.events.second-chance:PT3S}")
    void giveThem() {
      Instant now = clock.instant();
      failed.resubmit(
          ResubmissionOptions.defaults()
              .withBatchSize(AT_ONCE)
              .withFilter(publication -> isDue(publication, now)));
    }

    /**
     * Each further failure doubles the wait, so that a listener that cannot work is not hammered.
     */
    static boolean isDue(EventPublication publication, Instant now) {
      Instant last = publication.getLastResubmissionDate();
      int failures = Math.clamp(publication.getCompletionAttempts() - 1, 0, DOUBLINGS);
      return last == null || !now.isBefore(last.plus(FIRST_PAUSE.multipliedBy(1L << failures)));
    }
  }
}
