package org.closeknit.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Verifier keys as somebody was given them. */
final class VerifierKeys {
  private VerifierKeys() {}

  /** From a file, a line each, or one as its text. */
  static List<VerifierKey> read(String fileOrKey) throws IOException {
    String text = isFile(fileOrKey) ? Files.readString(Path.of(fileOrKey)) : fileOrKey;
    return text.lines().filter(line -> !line.isBlank()).map(VerifierKey::parse).toList();
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
