package org.closeknit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords, each in a file that only its owner can read. */
final class Secrets {
  private Secrets() {}

  static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, random());
    }
    return Files.readString(file).strip();
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Written beside and moved into place, so that a crash never leaves half a password. */
  private static void write(Path file, String secret) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, secret + "\n");
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
