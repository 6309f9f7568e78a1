package org.closeknit.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * For tests: one server for the whole JVM, as real and as careful as the one in use, and a new
 * empty database whenever one is asked for. All of it goes away with the JVM; what a killed one
 * left goes away with the next.
 */
public final class TestDatabases {
  private static final String PREFIX = "closeknit-tests-";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static Consumer<Runnable> atTheEnd =
      last -> Runtime.getRuntime().addShutdownHook(new Thread(last));
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Path folder;

  private TestDatabases() {}

  /**
   * Says who stops the server when the JVM ends, for tests whose own hooks need it until then.
   * Heard before the first database is made.
   */
  public static synchronized void stoppedBy(Consumer<Runnable> hooks) {
    atTheEnd = hooks;
  }

  /** Belongs to a role that is no superuser, as in use. */
  public static DatabaseLogin fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = server().superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " OWNER " + Cluster.OWNER);
      DatabaseLogin login = server().login();
      return new DatabaseLogin(server().url(name), login.user(), login.password());
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("No database for the test", e);
    }
  }

  /** The role that owns nothing, in the same database. */
  public static DatabaseLogin serviceOf(DatabaseLogin login) {
    try {
      return in(login.url(), server().service());
    } catch (IOException e) {
      throw new IllegalStateException("No role of the service for the test", e);
    }
  }

  /** For what only a superuser may see or break. */
  public static DatabaseLogin superuserOf(DatabaseLogin login) {
    try {
      return in(login.url(), server().superuser());
    } catch (IOException e) {
      throw new IllegalStateException("No superuser for the test", e);
    }
  }

  private static DatabaseLogin in(String url, DatabaseLogin role) {
    return new DatabaseLogin(url, role.user(), role.password());
  }

  /** A new empty folder beside the server, for what a test writes. */
  public static Path folder() {
    try {
      server();
      return Files.createTempDirectory(folder, "test-");
    } catch (IOException e) {
      throw new IllegalStateException("No folder for the test", e);
    }
  }

  private static synchronized EmbeddedPostgres server() throws IOException {
    EmbeddedPostgres running = server;
    if (running == null) {
      sweep(Path.of(System.getProperty("java.io.tmpdir")));
      Path made = Files.createTempDirectory(PREFIX);
      folder = made;
      atTheEnd.accept(() -> remove(made));
      running = EmbeddedPostgres.start(made);
      server = running;
    }
    return running;
  }

  private static synchronized void remove(Path folder) {
    try {
      if (server != null) {
        server.discard();
      }
      Folders.delete(folder);
    } catch (IOException e) {
      System.getLogger(TestDatabases.class.getName())
          .log(System.Logger.Level.WARNING, "A test's database stays in " + folder);
    }
  }

  private static void sweep(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.isReadable(folder) && FolderLock.wasEverHeld(folder)) {
          removeIfLeft(folder);
        }
      }
    }
  }

  private static void removeIfLeft(Path folder) throws IOException {
    try (FolderLock lock = FolderLock.take(folder)) {
      new LeftBehind(DataFolder.at(folder)).stop(Progress.SILENT);
      Folders.delete(folder);
    } catch (DatabaseInUse e) {
      // Its JVM lives: it is that one's to remove.
    }
  }
}
