package org.closeknit.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events to the pages that are open: only that something changed, never what. */
@RestController
class Live {
  /** Then the page asks anew, and whoever is not signed in any more is told so. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Map<StaffId, Set<SseEmitter>> open = new ConcurrentHashMap<>();
  private final NoticeRows rows;
  private final InstantSource clock;
  private final Timer delay;

  Live(NoticeRows rows, InstantSource clock, MeterRegistry meters) {
    this.rows = rows;
    this.clock = clock;
    this.delay =
        Timer.builder("closeknit.notice.delay")
            .description("From a notice's raising to its event on an open worklist")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
  }

  @GetMapping(path = "/live/notices", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(Asker.Worker worker) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    Set<SseEmitter> mine =
        open.computeIfAbsent(worker.staff().id(), unused -> ConcurrentHashMap.newKeySet());
    mine.add(emitter);
    emitter.onCompletion(() -> mine.remove(emitter));
    emitter.onTimeout(() -> mine.remove(emitter));
    emitter.onError(unused -> mine.remove(emitter));
    // What was raised while the page was on its way is fetched now.
    send(mine, emitter, "changed");
    return emitter;
  }

  /** Tells the open pages of all whom notices concern, once however many there are. */
  void changed(Collection<UUID> notices) {
    if (open.isEmpty() || notices.isEmpty()) {
      return;
    }
    List<NoticeRows.Concerned> concerned = rows.concerned(notices, open.keySet());
    concerned.stream().map(NoticeRows.Concerned::staff).distinct().forEach(this::tell);
    concerned.stream()
        .flatMap(one -> one.unseenSince().stream())
        .forEach(since -> delay.record(Duration.between(since, clock.instant())));
  }

  private void tell(StaffId staff) {
    Set<SseEmitter> emitters = open.getOrDefault(staff, Set.of());
    emitters.forEach(emitter -> send(emitters, emitter, "changed"));
  }

  /** What somebody may see has changed: what they have on the screen is fetched anew. */
  void looksAgain(StaffId staff) {
    Set<SseEmitter> emitters = open.getOrDefault(staff, Set.of());
    emitters.forEach(emitter -> send(emitters, emitter, "access"));
  }

  void everybodyLooksAgain() {
    open.keySet().forEach(this::looksAgain);
  }

  /** Ends a person's open lines; whoever is still signed in opens another. */
  void end(StaffId staff) {
    open.getOrDefault(staff, Set.of()).forEach(SseEmitter::complete);
  }

  /** After a gap in what was heard, every page looks again. */
  void everybody() {
    open.keySet().forEach(this::tell);
  }

  /** A page that hears nothing for ten seconds says that it is not live. */
  @Scheduled(fixedRate = 4_000)
  void beat() {
    open.values()
        .forEach(emitters -> emitters.forEach(emitter -> send(emitters, emitter, "heartbeat")));
  }

  private static void send(Set<SseEmitter> emitters, SseEmitter emitter, String name) {
    try {
      emitter.send(SseEmitter.event().name(name).data(""));
    } catch (IOException | IllegalStateException gone) {
      emitters.remove(emitter);
    }
  }
}
