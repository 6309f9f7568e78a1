package org.closeknit.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.closeknit.journeys.Bootstrap;

/**
 * The service as a process of its own, with a data folder that goes away with it unless it was
 * chosen.
 */
final class RunningService implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final List<String> command;
  private final Path data;
  private final int port;
  private final boolean isKept;
  private Process process;

  private RunningService(List<String> command, Path data, int port, boolean isKept)
      throws IOException {
    this.command = command;
    this.data = data;
    this.port = port;
    this.isKept = isKept;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
  }

  /** New, with the made-up agencies and nobody's children. */
  static RunningService fresh(Options options) throws IOException, InterruptedException {
    Path data = folder(options);
    Bootstrap.main(new String[] {"--data", data.toString()});
    int port = freePort();
    List<String> command = new ArrayList<>(options.service());
    command.addAll(
        List.of(
            "--server.port=" + port,
            "--closeknit.data=" + data,
            "--closeknit.bootstrap=" + data.resolve("bootstrap.json")));
    boolean isKept = options.given().containsKey("data");
    RunningService service = new RunningService(command, data, port, isKept);
    service.awaitReady();
    return service;
  }

  private static Path folder(Options options) throws IOException {
    if (!options.given().containsKey("data")) {
      return Files.createTempDirectory("closeknit-bench-");
    }
    Path chosen = Path.of(options.given().get("data")).toAbsolutePath();
    if (Files.exists(chosen)) {
      throw new IllegalArgumentException(chosen + " is there already");
    }
    return Files.createDirectories(chosen);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("service.log").toFile()))
        .start();
  }

  void start() throws IOException {
    process = launch();
  }

  /** As the system's own stop does it. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** PostgreSQL's first process, which the service started. */
  void killPostgres() throws IOException {
    Path file = data.resolve("postgresql/data/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** What the processors have done so far for the service, and for its PostgreSQL. */
  Cpu cpu() {
    Duration database =
        process
            .descendants()
            .flatMap(one -> one.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    return new Cpu(process.info().totalCpuDuration().orElse(Duration.ZERO), database);
  }

  record Cpu(Duration service, Duration database) {
    Cpu since(Cpu before) {
      return new Cpu(service.minus(before.service), database.minus(before.database));
    }
  }

  void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("The service did not start: " + data + "/service.log");
      }
      Thread.sleep(20);
    }
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(base().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path data() {
    return data;
  }

  SignIns signIns() throws IOException {
    return SignIns.in(data);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    if (isKept) {
      return;
    }
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
