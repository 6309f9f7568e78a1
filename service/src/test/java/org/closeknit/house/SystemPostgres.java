package org.closeknit.house;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The oldest PostgreSQL that will do, where the system has one, with a password for everybody. */
public final class SystemPostgres implements AutoCloseable {
  public static final String USER = "an owner";
  public static final String PASSWORD = "p@ss:w/%+ord 1";
  public static final String SUPERUSER = "postgres";

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final int NOBODY = 65534;

  private final Path folder;
  private final int port;

  private SystemPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Whether the system has PostgreSQL 15, in the place where Debian puts it. */
  public static boolean isThere() {
    return Files.isExecutable(PROGRAMS.resolve("postgres"));
  }

  public static SystemPostgres start() {
    try {
      Path folder = Files.createTempDirectory("closeknit-postgresql-15-");
      Files.writeString(folder.resolve("password"), PASSWORD);
      if (isRoot()) {
        give(folder);
        give(folder.resolve("password"));
      }
      var server = new SystemPostgres(folder, freePort());
      server.make();
      return server;
    } catch (IOException | SQLException broken) {
      throw new IllegalStateException("PostgreSQL 15 did not start", broken);
    }
  }

  private void make() throws IOException, SQLException {
    run(
        "initdb",
        List.of(
            "-U",
            SUPERUSER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + folder.resolve("password"),
            "--encoding=UTF8",
            "--no-locale",
            "-D",
            data()));
    String options =
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
    run("pg_ctl", List.of("-D", data(), "-l", folder + "/log", "-o", options, "-w", "start"));
    asSuperuser("create role \"%s\" login password '%s'".formatted(USER, PASSWORD));
    asSuperuser("create role reader login password '%s'".formatted(PASSWORD));
    asSuperuser("grant pg_read_all_data to reader");
  }

  /** A new database, of the owner's. */
  public String database(String name) {
    asSuperuser("create database %s owner \"%s\"".formatted(name, USER));
    return url(name);
  }

  public String url(String name) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false".formatted(port, name);
  }

  public void asSuperuser(String statement) {
    try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD);
        Statement one = connection.createStatement()) {
      one.execute(statement);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static void run(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(program + " of PostgreSQL 15 failed");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  private static void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", NOBODY);
    Files.setAttribute(path, "unix:gid", NOBODY);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    try {
      run("pg_ctl", List.of("-D", data(), "-m", "fast", "-w", "stop"));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException left) {
      throw new IllegalStateException("PostgreSQL 15 stays in " + folder, left);
    }
  }
}
