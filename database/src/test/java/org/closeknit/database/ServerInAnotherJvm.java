package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that starts the server in a folder and keeps it until its input ends. */
record ServerInAnotherJvm(Process jvm, BufferedReader words, String first) {

  static final String CLASS_PATH = System.getProperty("java.class.path");

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      System.out.println(server.pid());
      while (System.in.read() >= 0) {
        // Until the test lets go.
      }
    } catch (DatabaseCannotStart e) {
      System.out.println(e.getMessage());
    }
  }

  static ServerInAnotherJvm start(Path folder) throws IOException {
    return start(folder, List.of(), CLASS_PATH);
  }

  static ServerInAnotherJvm start(Path folder, List<String> as, String classPath)
      throws IOException {
    List<String> command = new ArrayList<>(as);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + folder.getParent(),
            "-cp",
            classPath,
            ServerInAnotherJvm.class.getName(),
            folder.toString()));
    Process jvm =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader words = jvm.inputReader(UTF_8);
    return new ServerInAnotherJvm(jvm, words, String.valueOf(words.readLine()));
  }

  long postgres() {
    return Long.parseLong(first);
  }

  void kill() throws Exception {
    jvm.destroyForcibly().waitFor();
  }

  void letGo() throws Exception {
    jvm.getOutputStream().close();
    jvm.waitFor();
  }

  /** Another user may not reach where Maven keeps the libraries. */
  static String classPathForEverybody(Path folder) throws IOException {
    List<String> copied = new ArrayList<>();
    for (String entry : CLASS_PATH.split(File.pathSeparator)) {
      Path source = Path.of(entry);
      Path target = folder.resolve(copied.size() + "-" + source.getFileName());
      copyAll(source, target);
      copied.add(target.toString());
    }
    return String.join(File.pathSeparator, copied);
  }

  private static void copyAll(Path source, Path target) throws IOException {
    if (!Files.exists(source)) {
      return;
    }
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = target.resolve(source.relativize(path).toString());
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
