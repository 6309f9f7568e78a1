package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What lies where in a data folder, and what is remembered there between two starts. */
record DataFolder(Path root) {
  private static final long LOG_LIMIT = 10_000_000;

  static DataFolder at(Path folder) throws IOException {
    DataFolder at = new DataFolder(Folders.makeOwn(folder.toAbsolutePath()).toRealPath());
    Folders.makeOwn(at.server());
    return at;
  }

  Path server() {
    return root.resolve("postgresql");
  }

  Path data() {
    return server().resolve("data");
  }

  Path halfMadeData() {
    return server().resolve("data.half");
  }

  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  Path log() {
    return server().resolve("server.log");
  }

  String ownerPassword() throws IOException {
    return Secrets.kept(server().resolve("owner.password"));
  }

  String superuserPassword() throws IOException {
    return Secrets.kept(server().resolve("superuser.password"));
  }

  void turnLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
      Files.move(log(), server().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  String endOfLog() throws IOException {
    List<String> lines = Files.exists(log()) ? Files.readAllLines(log(), UTF_8) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }

  /** The same port at each start, unless another program has taken it meanwhile. */
  int port() throws IOException {
    Path file = server().resolve("port");
    if (Files.exists(file)) {
      int kept = Integer.parseInt(Files.readString(file).strip());
      if (isFree(kept)) {
        return kept;
      }
    }
    int port = anyFree();
    Files.writeString(file, port + "\n");
    return port;
  }

  /** Below the range from which the system takes ports for outgoing connections. */
  private static int anyFree() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
