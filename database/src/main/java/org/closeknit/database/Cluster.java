package org.closeknit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the data of a new server: checksums, passwords for everybody, an owner who is no superuser.
 */
record Cluster(DataFolder folder, Host host) {
  static final String SUPERUSER = "postgres";
  static final String OWNER = "closeknit";
  static final String DATABASE = "closeknit";

  private static final String WHO_MAY_CONNECT =
      """
      # Nobody without a password, and nobody from elsewhere.
      host  all  all  127.0.0.1/32  scram-sha-256
      """;

  private static final String SIZES =
      """

      max_connections = 300
      shared_buffers = 256MB
      max_wal_size = 2GB
      random_page_cost = 1.1
      jit = off
      # A first file makes empty tables large: their plans are to be made anew soon after.
      autovacuum_naptime = 15s
      timezone = 'UTC'
      log_timezone = 'UTC'
      """;

  /** Made beside and moved into place, so that an interrupted first start begins again. */
  void makeUnlessMade(Progress progress) throws IOException {
    if (Files.exists(folder.data())) {
      requireSameVersion();
      requireOwner();
      return;
    }
    progress.now("Making a new database in " + folder.root());
    Path half = folder.halfMadeData();
    Folders.delete(half);
    Folders.makeOwn(half);
    Folders.giveTo(host.user().fileOwner(), half);
    run(half, "initdb", INITDB, "");
    run(half, "postgres", List.of("--single", "-D", HERE, "postgres"), roles());
    Files.writeString(half.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    Path settings = half.resolve("postgresql.conf");
    Files.writeString(settings, Files.readString(settings) + SIZES);
    Files.move(half, folder.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Works where the user that runs PostgreSQL can read the folder itself but none above it. */
  static final String HERE = "/proc/self/cwd";

  private static final List<String> INITDB =
      List.of(
          "-D",
          HERE,
          "--username=" + SUPERUSER,
          // Nobody can connect before WHO_MAY_CONNECT takes the place of this.
          "--auth=reject",
          "--data-checksums",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--no-instructions");

  private String roles() throws IOException {
    return """
    ALTER ROLE %1$s PASSWORD '%2$s'
    CREATE ROLE %3$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%4$s'
    CREATE DATABASE %5$s OWNER %3$s
    REVOKE ALL ON DATABASE %5$s FROM PUBLIC
    """
        .formatted(SUPERUSER, folder.superuserPassword(), OWNER, folder.ownerPassword(), DATABASE);
  }

  private void run(Path data, String program, List<String> arguments, String input)
      throws IOException {
    Process process =
        new ProcessBuilder(maker(data).command(host.binaries().program(program), arguments))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .start();
    try (var words = process.outputWriter(UTF_8)) {
      words.write(input);
    }
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (Waiting.forEndOf(process) != 0) {
      throw new DatabaseCannotStart(program + " could not make the database: " + said.strip());
    }
  }

  /** To make data takes a user with a name; in a user namespace a nameless one goes as nobody. */
  private ServerUser maker(Path data) throws IOException {
    boolean nameless = Files.getOwner(data).getName().equals(Integer.toString(Folders.owner(data)));
    ServerUser unmapped = new ServerUser.Unmapped(host.user().fileOwner());
    return nameless && unmapped.works() ? unmapped : host.user();
  }

  private void requireSameVersion() throws IOException {
    String made = Files.readString(folder.data().resolve("PG_VERSION")).strip();
    String ours = Binaries.version();
    if (!ours.startsWith(made + ".")) {
      throw new DatabaseCannotStart(
          "The data in %s were made by PostgreSQL %s; this Closeknit brings %s. Upgrade them with pg_upgrade first."
              .formatted(folder.data(), made, ours));
    }
  }

  private void requireOwner() throws IOException {
    int owner = Folders.owner(folder.data());
    if (owner == host.user().fileOwner()) {
      return;
    }
    if (ServerUser.current() != 0) {
      throw new DatabaseCannotStart(
          "The data in %s belong to user %d, not to you. Start as that user, or as root."
              .formatted(folder.data(), owner));
    }
    Folders.giveTo(host.user().fileOwner(), folder.data());
  }
}
