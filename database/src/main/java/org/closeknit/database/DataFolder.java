package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** What lies where in a data folder, and what is remembered there between two starts. */
record DataFolder(Path root) {
  private static final long LOG_LIMIT = 10_000_000;
  private static final int SHOWN = 4_000;

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

  String servicePassword() throws IOException {
    return Secrets.kept(server().resolve("service.password"));
  }

  String superuserPassword() throws IOException {
    return Secrets.kept(server().resolve("superuser.password"));
  }

  /** Says how long the log is, so that what comes next can be told apart. */
  long turnLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
      Files.move(log(), server().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  String logSince(long position) throws IOException {
    try (InputStream in = Files.newInputStream(log())) {
      in.skipNBytes(position);
      return new String(in.readNBytes(SHOWN), UTF_8).strip();
    }
  }

  /** The same port at each start, unless another program has taken it meanwhile. */
  int port() throws IOException {
    if (Files.exists(portFile())) {
      int kept = Integer.parseInt(Files.readString(portFile()).strip());
      if (isFree(kept)) {
        return kept;
      }
    }
    return anotherPort();
  }

  int anotherPort() throws IOException {
    int port = anyFree();
    Files.writeString(portFile(), port + "\n");
    return port;
  }

  private Path portFile() {
    return server().resolve("port");
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
