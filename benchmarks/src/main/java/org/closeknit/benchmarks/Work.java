package org.closeknit.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What agencies go on doing while everything dies under them: a council sends children with their
 * statuses, each part again until it is acknowledged; a hospital checks each child once.
 */
final class Work {
  private static final int PART = 20;
  private static final int PAUSE_MILLIS = 100;
  private static final int LONGEST_OUTAGE_SECONDS = 180;

  /** A part that was acknowledged, with what its receipt said. */
  record Acknowledged(String kind, String id, int accepted, int from, int to) {}

  private final RunningService service;
  private final Population population;
  private final Wire council;
  private final Wire hospital;
  private final AtomicInteger nextPart = new AtomicInteger();
  private final BlockingQueue<Population.Child> held = new LinkedBlockingQueue<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final Map<String, Population.Child> asked = new ConcurrentHashMap<>();
  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private volatile boolean running = true;

  Work(RunningService service, Population population) throws IOException {
    this.service = service;
    this.population = population;
    this.council = new Wire(service.base(), service.signIns().machine(Crash.COUNCIL));
    this.hospital = new Wire(service.base(), service.signIns().machine(Crash.HOSPITAL));
  }

  Population population() {
    return population;
  }

  Wire council() {
    return council;
  }

  List<Acknowledged> acknowledged() {
    synchronized (acknowledged) {
      return List.copyOf(acknowledged);
    }
  }

  /** Who was asked about, by the one nurse who asked. */
  Map<String, Population.Child> asked() {
    return asked;
  }

  /** The nurses who had an answer, and when. */
  Map<String, Long> answered() {
    return answered;
  }

  List<Thread> start(int senders, int checkers) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      threads.add(Thread.ofPlatform().start(this::send));
    }
    for (int i = 0; i < checkers; i++) {
      threads.add(Thread.ofPlatform().start(this::check));
    }
    return threads;
  }

  void finish() {
    running = false;
  }

  void awaitAnswersAfter(long moment) throws InterruptedException {
    long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_OUTAGE_SECONDS);
    while (answered.values().stream().noneMatch(at -> at > moment)) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException("no check was answered for three minutes");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Each part that was begun is sent until it is acknowledged, also after the end. */
  private void send() {
    try {
      while (running) {
        int from = nextPart.getAndAdd(PART);
        int to = from + PART;
        sendUntilAcknowledged("people", population.people(from, to), from, to);
        sendUntilAcknowledged("statuses", population.statuses(from, to), from, to);
        held.addAll(population.children().subList(from, to));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilAcknowledged(String kind, byte[] csv, int from, int to)
      throws InterruptedException {
    String key = UUID.randomUUID().toString();
    while (true) {
      try {
        var receipt = council.submitted(kind, csv, key);
        String id = receipt.get("id").asString();
        synchronized (acknowledged) {
          acknowledged.add(new Acknowledged(kind, id, receipt.get("accepted").asInt(), from, to));
        }
        return;
      } catch (IOException | RuntimeException died) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void check() {
    try {
      while (running) {
        checkOnOneLine();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkOnOneLine() throws InterruptedException {
    try (CheckLine line = new CheckLine(service.base())) {
      while (running) {
        Population.Child child = held.poll(1, TimeUnit.SECONDS);
        if (child != null) {
          checkOnce(line, child);
        }
      }
    } catch (IOException died) {
      // The next one is asked on a new line.
    }
  }

  private void checkOnce(CheckLine line, Population.Child child)
      throws IOException, InterruptedException {
    String nurse = UUID.randomUUID().toString();
    asked.put(nurse, child);
    var question = new CheckLine.Question(child.nhsNumber(), UUID.randomUUID().toString(), nurse);
    Wire.Reply reply = line.ask(question, hospital.token());
    if (reply.status() == 200 && reply.body().contains("\"CareTeam\"")) {
      answered.put(nurse, System.nanoTime());
    } else if (reply.status() == 401) {
      hospital.forgetToken();
    } else {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
