package org.closeknit.journeys.crash;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.closeknit.journeys.running.Child;
import org.closeknit.journeys.running.Machine;
import org.closeknit.journeys.running.RunningService;

/**
 * What agencies go on doing while everything dies under them: a council sends each list again until
 * it is acknowledged; a hospital checks each child once.
 */
final class Work {
  static final String COUNCIL = "northmere-council";
  private static final String HOSPITAL = "fernhill-hospital";
  private static final int LINES = 10;
  private static final int CHECKERS = 2;
  private static final int PAUSE_MILLIS = 100;
  private static final long LONGEST_OUTAGE_SECONDS = 120;

  /** A list that was acknowledged, and the receipt's id. */
  record Acknowledged(String kind, String csv, String key, String id, int lines) {}

  private record Answered(Child child, long at) {}

  private final RunningService service;
  private final List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
  private final Set<String> localIds = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Child> held = new LinkedBlockingQueue<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, Answered> answered = new ConcurrentHashMap<>();
  private final Set<String> cutOff = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  Work(RunningService service) {
    this.service = service;
  }

  void begin() {
    threads.add(Thread.ofPlatform().start(this::submitAll));
    for (int checker = 0; checker < CHECKERS; checker++) {
      threads.add(Thread.ofPlatform().start(this::checkAll));
    }
  }

  /** What was begun is done to its end. */
  void end() throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  List<Acknowledged> acknowledged() {
    return acknowledged;
  }

  Set<String> acknowledgedLocalIds() {
    return localIds;
  }

  Set<String> asked() {
    return asked;
  }

  Set<String> answered() {
    return answered.keySet();
  }

  List<String> answeredLocalIds() {
    return answered.values().stream().map(one -> one.child().localId(COUNCIL)).toList();
  }

  /** The nurses who were asking when the line broke or no answer could be given. */
  Set<String> cutOff() {
    return cutOff;
  }

  void awaitAnAnswerAfter(long moment) throws InterruptedException {
    long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_OUTAGE_SECONDS);
    while (answered.values().stream().noneMatch(one -> one.at() > moment)) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException("No check was answered for two minutes");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void submitAll() {
    try {
      Machine council = service.machine(COUNCIL);
      for (int from = 0; running; from += LINES) {
        List<Child> children = new ArrayList<>();
        for (int place = from; place < from + LINES; place++) {
          children.add(Child.at(place));
        }
        submit(council, "people", people(children));
        children.forEach(child -> localIds.add(child.localId(COUNCIL)));
        submit(council, "statuses", statuses(children));
        held.addAll(children);
      }
    } catch (IOException noSignIns) {
      throw new IllegalStateException(noSignIns);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(Machine council, String kind, String csv) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    for (Optional<String> id = Optional.empty(); id.isEmpty(); ) {
      id = receipt(council, kind, csv, key);
      id.ifPresent(one -> acknowledged.add(new Acknowledged(kind, csv, key, one, LINES)));
      if (id.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static Optional<String> receipt(Machine council, String kind, String csv, String key)
      throws InterruptedException {
    try {
      Machine.Reply reply = council.submit(kind, csv, key);
      return reply.status() == 200 || reply.status() == 201
          ? Optional.of(reply.json().get("id").asString())
          : Optional.empty();
    } catch (IOException died) {
      return Optional.empty();
    }
  }

  private void checkAll() {
    try {
      Machine hospital = service.machine(HOSPITAL);
      while (running) {
        Child child = held.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (child != null) {
          check(hospital, child);
        }
      }
    } catch (IOException noSignIns) {
      throw new IllegalStateException(noSignIns);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(Machine hospital, Child child) throws InterruptedException {
    String nurse = UUID.randomUUID().toString();
    asked.add(nurse);
    try {
      Machine.Reply reply = hospital.check(child.identifier(), nurse);
      if (reply.status() == 200 && reply.body().contains("CareTeam")) {
        answered.put(nurse, new Answered(child, System.nanoTime()));
        return;
      }
    } catch (IOException died) {
      // The answer, if there was one, did not arrive.
    }
    cutOff.add(nurse);
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
  }

  private static String people(List<Child> children) {
    var csv = new StringBuilder();
    for (Child child : children) {
      String[] lines = child.person(COUNCIL).split("\n");
      csv.append(csv.isEmpty() ? lines[0] + "\n" : "").append(lines[1]).append('\n');
    }
    return csv.toString();
  }

  private static String statuses(List<Child> children) {
    var csv =
        new StringBuilder(
            "local_id,nhs_number,family_name,given_names,birth_date,status,start_date,office_phone\n");
    for (Child child : children) {
      csv.append(
          "%s,%s,%s,%s,%s,LAC,%s,01632 960100%n"
              .formatted(
                  child.localId(COUNCIL),
                  child.number(),
                  child.surname(),
                  child.given(),
                  child.born(),
                  LocalDate.of(2026, 6, 1)));
    }
    return csv.toString();
  }
}
