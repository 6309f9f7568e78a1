package org.closeknit.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL in a folder: started with us, restarted when it dies, stopped when we close it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final int ATTEMPTS = 500;
  private static final int PORTS = 5;
  private static final Duration BEFORE_NEXT_REVIVAL = Duration.ofSeconds(2);

  private final DataFolder folder;
  private final Host host;
  private final FolderLock lock;
  private Postmaster postmaster;
  private boolean closed;

  private EmbeddedPostgres(DataFolder folder, Host host, FolderLock lock) throws IOException {
    this.folder = folder;
    this.host = host;
    this.lock = lock;
    this.postmaster = startOnAFreePort();
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
        EmbeddedPostgres started = new EmbeddedPostgres(data, host, lock);
        started.makeServiceRole();
        return started;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseCannotStart("PostgreSQL cannot be started in " + folder + ": " + e, e);
    }
  }

  private void makeServiceRole() throws IOException {
    try {
      new ServiceRole(superuser(), folder.servicePassword()).makeUnlessMade();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The role that owns nothing: reads and writes what the owner lets it. */
  public DatabaseLogin service() throws IOException {
    return new DatabaseLogin(url(Cluster.DATABASE), ServiceRole.NAME, folder.servicePassword());
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
  synchronized String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false&reWriteBatchedInserts=true"
        .formatted(postmaster.port(), database);
  }

  private void watch(Postmaster watched) {
    watched.process().onExit().thenRunAsync(() -> revive(watched), Thread::startVirtualThread);
  }

  private void revive(Postmaster dead) {
    while (!isRevived(dead)) {
      Waiting.pause(BEFORE_NEXT_REVIVAL);
    }
  }

  private synchronized boolean isRevived(Postmaster dead) {
    if (closed) {
      return true;
    }
    LOG.log(Level.WARNING, "PostgreSQL ended by itself and is started again");
    try {
      new LeftBehind(folder).stop(Progress.SILENT);
      postmaster = startAmongTheDying(dead.port());
      watch(postmaster);
      return true;
    } catch (IOException | DatabaseCannotStart e) {
      LOG.log(Level.ERROR, "PostgreSQL cannot be started again: " + e.getMessage());
      return false;
    }
  }

  private Postmaster startOnAFreePort() throws IOException {
    int port = folder.port();
    for (int attempt = 1; ; attempt++) {
      try {
        return startAmongTheDying(port);
      } catch (DatabaseCannotStart e) {
        if (attempt == PORTS || !e.says("could not bind")) {
          throw e;
        }
        port = folder.anotherPort();
      }
    }
  }

  /**
   * After a postmaster was killed its backends need a moment to notice, and one whose JVM was
   * killed may just have begun: while they have the data a new one refuses to start.
   */
  private Postmaster startAmongTheDying(int port) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Postmaster.start(folder, host, port);
      } catch (DatabaseCannotStart e) {
        boolean dying = e.says("shared memory block") || e.says("lock file");
        if (!dying || attempt == ATTEMPTS) {
          throw e;
        }
        new LeftBehind(folder).stop(Progress.SILENT);
        Waiting.pause();
      }
    }
  }

  /** Ends it before its folder is deleted. */
  void discard() throws IOException {
    synchronized (this) {
      closed = true;
      postmaster.stopAtOnce();
    }
    lock.close();
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
