package org.closeknit.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/**
 * A real PostgreSQL in a folder: started with us, restarted when it dies, stopped when we close it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final int ATTEMPTS = 100;

  private final DataFolder folder;
  private final Host host;
  private final FolderLock lock;
  private final int port;
  private Postmaster postmaster;
  private boolean closed;

  private EmbeddedPostgres(DataFolder folder, Host host, FolderLock lock) throws IOException {
    this.folder = folder;
    this.host = host;
    this.lock = lock;
    this.port = folder.port();
    this.postmaster = startAmongDyingBackends();
    watch(postmaster);
  }

  public static EmbeddedPostgres start(Path folder) {
    return start(folder, Progress.SILENT);
  }

  /**
   * @throws DatabaseInUse when a running process has this folder
   * @throws DatabaseCannotStart with the reason and the way out
   */
  public static EmbeddedPostgres start(Path folder, Progress progress) {
    try {
      DataFolder data = DataFolder.at(folder);
      FolderLock lock = FolderLock.take(data.root());
      try {
        new LeftBehind(data).stop(progress);
        Host host = Host.around(data, progress);
        new Cluster(data, host).makeUnlessMade(progress);
        progress.now("Starting PostgreSQL");
        return new EmbeddedPostgres(data, host, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseCannotStart("PostgreSQL cannot be started in " + folder + ": " + e, e);
    }
  }

  /** The owner of the database, who is no superuser. */
  public DatabaseLogin login() throws IOException {
    return new DatabaseLogin(url(Cluster.DATABASE), Cluster.OWNER, folder.ownerPassword());
  }

  /** For tests and measurements; the service never uses it. */
  public DatabaseLogin superuser() throws IOException {
    return new DatabaseLogin(url(Cluster.DATABASE), Cluster.SUPERUSER, folder.superuserPassword());
  }

  /** The postmaster's, for those who want to see it die. */
  public synchronized long pid() {
    return postmaster.process().pid();
  }

  /** A failed statement's details may hold personal facts: they stay out of the exceptions. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false&reWriteBatchedInserts=true"
        .formatted(port, database);
  }

  private void watch(Postmaster watched) {
    watched.process().onExit().thenRun(() -> revive(watched));
  }

  private synchronized void revive(Postmaster dead) {
    if (closed || postmaster != dead) {
      return;
    }
    LOG.log(Level.WARNING, "PostgreSQL ended by itself and is started again");
    try {
      new LeftBehind(folder).stop(Progress.SILENT);
      postmaster = startAmongDyingBackends();
      watch(postmaster);
    } catch (IOException | DatabaseCannotStart e) {
      LOG.log(Level.ERROR, "PostgreSQL cannot be started again: " + e.getMessage());
    }
  }

  /**
   * After the postmaster was killed its backends need a moment to notice, and while they hold its
   * shared memory a new one refuses to start.
   */
  private Postmaster startAmongDyingBackends() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Postmaster.start(folder, host, port);
      } catch (DatabaseCannotStart e) {
        boolean dying = folder.endOfLog().contains("shared memory block");
        if (!dying || attempt == ATTEMPTS) {
          throw e;
        }
        Waiting.pause();
      }
    }
  }

  @Override
  public void close() {
    try {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
        postmaster.stop();
      }
      lock.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "PostgreSQL was not stopped cleanly: " + e);
    }
  }
}
