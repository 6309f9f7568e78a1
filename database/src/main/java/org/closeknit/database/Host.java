package org.closeknit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What this machine lets us do: who PostgreSQL runs as, and which of its programs that user can
 * reach.
 */
record Host(ServerUser user, Binaries binaries) {

  static Host around(DataFolder folder, Progress progress) throws IOException {
    return around(folder, shared(), progress);
  }

  /**
   * @param caches where root unpacks for another user: the first that can be made and that
   *     everybody can reach
   */
  static Host around(DataFolder folder, List<Path> caches, Progress progress) throws IOException {
    int me = ServerUser.current();
    if (me != 0) {
      return new Host(new ServerUser.Same(me), Binaries.in(own(folder), progress));
    }
    ServerUser other = ServerUser.otherFor(folder.data());
    if (other.works()) {
      for (Path cache : caches) {
        if (canMake(cache, "rwxr-xr-x") && Folders.openToAll(cache)) {
          return new Host(other, Binaries.in(cache, progress));
        }
      }
    }
    ServerUser unmapped = new ServerUser.Unmapped(0);
    if (!unmapped.works()) {
      throw new DatabaseCannotStart(
          "PostgreSQL refuses to run as root, and this machine allows neither setpriv (with a"
              + " cache that everybody can read, such as /var/cache/closeknit) nor unshare -U."
              + " Start as an ordinary user, or give a PostgreSQL of your own by its URL.");
    }
    return new Host(unmapped, Binaries.in(own(folder), progress));
  }

  private static List<Path> shared() {
    return List.of(Path.of("/var/cache/closeknit"), Path.of("/opt/closeknit/cache"));
  }

  private static Path own(DataFolder folder) throws IOException {
    Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
    Path cache = home.resolve(".cache").resolve("closeknit");
    return home.isAbsolute() && canMake(cache, "rwx------") ? cache : folder.server();
  }

  private static boolean canMake(Path cache, String permissions) {
    try {
      if (!Files.exists(cache)) {
        Files.createDirectories(cache.getParent());
        Files.createDirectory(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
      }
      return Files.isWritable(cache);
    } catch (IOException e) {
      return false;
    }
  }
}
