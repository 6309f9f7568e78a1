package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Held by a running JVM and let go by the system when that JVM dies, however it dies: so a server
 * that is still used is told apart from one that was left behind.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "closeknit.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      if (channel.tryLock() == null) {
        channel.close();
        throw new DatabaseInUse(folder, "process " + Files.readString(file).strip());
      }
    } catch (OverlappingFileLockException e) {
      // The channel stays open: closing it would let go the lock that this JVM already holds.
      throw new DatabaseInUse(folder, "this very process");
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)), 0);
    return new FolderLock(channel);
  }

  /**
   * A lock file is empty until its first holder has it, so an empty one may be about to be held.
   */
  static boolean wasEverHeld(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.exists(file) && Files.size(file) > 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
