package org.closeknit.journeys.running;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.closeknit.journeys.Bootstrap;

/** The service as it is shipped, with the made-up agencies and nobody's children. */
public final class RunningService implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path data;
  private final Path log;
  private final int port;
  private Process process;

  private RunningService(Path data, Path log, int port) throws IOException {
    this.data = data;
    this.log = log;
    this.port = port;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
  }

  /** New; what it says is in {@code target/NAME.log}. */
  public static RunningService fresh(String name) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("closeknit-" + name + "-");
    Bootstrap.main(new String[] {"--data", data.toString()});
    Path log = Path.of("target", name + ".log").toAbsolutePath();
    Files.deleteIfExists(log);
    var service = new RunningService(data, log, freePort());
    service.awaitReady();
    return service;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path jar() throws IOException {
    Path target = Path.of("..", "service", "target");
    if (Files.isDirectory(target)) {
      try (var files = Files.newDirectoryStream(target, "service-*-app.jar")) {
        for (Path file : files) {
          return file.toAbsolutePath().normalize();
        }
      }
    }
    throw new IllegalStateException("The service is not packaged: run mvn verify, not mvn test");
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--closeknit.data=" + data,
                "--closeknit.no-answer-phone=01632 960999",
                "--closeknit.bootstrap=" + data.resolve("bootstrap.json")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** After a death; waits until it answers again. */
  public void start() throws IOException, InterruptedException {
    process = launch();
    awaitReady();
  }

  /** As {@code kill -9} does it. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** PostgreSQL's first process, which the service started. */
  public void killPostgres() throws IOException {
    Path file = data.resolve("postgresql/data/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Waits until the service and its database answer. */
  public void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("The service did not start: " + log);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private boolean isReady(HttpClient client) throws InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(base().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it keeps all that it has. */
  public Path data() {
    return data;
  }

  public SignIns signIns() throws IOException {
    return SignIns.in(data);
  }

  /** The machine of an agency, at this service's door. */
  public Machine machine(String agency) throws IOException {
    return signIns().machine(base(), agency);
  }

  public Database database() throws IOException {
    return Database.in(data);
  }

  /** All that the service and its PostgreSQL have said. */
  public List<Path> logs() {
    return List.of(log, data.resolve("postgresql/server.log"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
