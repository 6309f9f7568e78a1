package org.closeknit.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once for each version. */
record Binaries(Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  static Binaries in(Path cache, Progress progress) throws IOException {
    Path folder = cache.resolve("postgresql-" + version());
    if (!Files.exists(folder)) {
      progress.now("Unpacking PostgreSQL " + version());
      unpack(cache, folder);
    }
    return new Binaries(folder.toRealPath());
  }

  static String version() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = open("versions.properties")) {
      versions.load(in);
    }
    return versions.getProperty("postgresql");
  }

  /** Unpacked beside and moved into place: the folder is whole as soon as it is there. */
  private static void unpack(Path cache, Path folder) throws IOException {
    Path half = Files.createTempDirectory(cache, "unpacking-");
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(ARCHIVE))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, half);
      }
      move(half, folder);
    } finally {
      Folders.delete(half);
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = entry.resolveIn(root);
    if (entry.isDirectory()) {
      makeFolder(target);
      return;
    }
    makeFolder(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
    }
  }

  /** Readable by everybody whatever the umask: PostgreSQL may run as another user. */
  private static void makeFolder(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.exists(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Set<PosixFilePermission> permissions(boolean executable) {
    Set<PosixFilePermission> some = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
    if (executable) {
      some.addAll(PosixFilePermissions.fromString("--x--x--x"));
    }
    return some;
  }

  private static void move(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder);
    } catch (IOException e) {
      // Another start may have been faster; its folder is as good as ours.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Binaries.class.getResourceAsStream(resource);
    if (in == null) {
      throw new DatabaseCannotStart(
          "The PostgreSQL that comes with Closeknit is for Linux on x86-64, and "
              + resource
              + " is not on the class path. Give a PostgreSQL of your own by its URL instead.");
    }
    return in;
  }
}
