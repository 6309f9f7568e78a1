package org.closeknit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who PostgreSQL runs as. It refuses root, so root hands it to another: to the owner of the data,
 * to nobody, or, where user ids cannot be changed, to a user namespace without root in it.
 *
 * <p>Each runs in a session of its own: Ctrl-C at a terminal reaches the service, which stops
 * PostgreSQL when nothing needs it any more.
 */
sealed interface ServerUser {
  int NOBODY = 65534;

  /** The words before the program and its arguments. */
  List<String> words();

  int fileOwner();

  record Same(int fileOwner) implements ServerUser {
    @Override
    public List<String> words() {
      return List.of("setsid");
    }
  }

  record Other(int fileOwner) implements ServerUser {
    @Override
    public List<String> words() {
      return List.of(
          "setsid", "setpriv", "--reuid=" + fileOwner, "--regid=" + fileOwner, "--clear-groups");
    }
  }

  record Unmapped(int fileOwner) implements ServerUser {
    @Override
    public List<String> words() {
      return List.of("setsid", "unshare", "-U");
    }
  }

  static int current() throws IOException {
    return Folders.owner(Path.of("/proc/self"));
  }

  default List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(words());
    command.add(program.toString());
    command.addAll(arguments);
    return command;
  }

  default boolean works() throws IOException {
    try {
      return new ProcessBuilder(command(Path.of("true"), List.of()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseCannotStart("Interrupted while PostgreSQL was started", e);
    }
  }

  /** Data once given to a user stays that user's; root's own goes to nobody. */
  static ServerUser otherFor(Path data) throws IOException {
    int owner = Files.exists(data) ? Folders.owner(data) : 0;
    return new Other(owner == 0 ? NOBODY : owner);
  }
}
