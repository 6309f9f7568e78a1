package org.closeknit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServersAndUsers {
  private static final int DAEMON = 1;

  Path parent;

  @BeforeEach
  void make() throws IOException {
    parent = Files.createTempDirectory("closeknit-users-");
  }

  @AfterEach
  void remove() throws IOException {
    Folders.delete(parent);
  }

  @Nested
  class For_root {
    @BeforeEach
    void only() throws IOException {
      assumeTrue(ServerUser.current() == 0, "root alone can show what root gets");
    }

    @Test
    void postgres_runs_as_somebody_else() throws Exception {
      try (EmbeddedPostgres server = EmbeddedPostgres.start(parent.resolve("data"))) {
        assertThat(Folders.owner(Path.of("/proc/" + server.pid()))).isNotZero();
        assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
      }
    }

    @Test
    void it_runs_where_the_parents_are_roots_alone() throws Exception {
      Path inner = Files.createDirectories(parent.resolve("root-only/inner"));
      for (Path folder : List.of(inner, inner.getParent(), parent)) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      for (int start = 1; start <= 2; start++) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(inner.resolve("data"))) {
          assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
        }
      }
    }

    @Test
    void it_runs_where_no_cache_can_be_reached_by_anybody_else() throws Exception {
      assumeTrue(new ServerUser.Unmapped(0).works(), "this machine allows no user namespaces");
      Path closed = Files.createDirectories(parent.resolve("closed"));
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
      DataFolder folder = DataFolder.at(parent.resolve("data"));
      Host host = Host.around(folder, List.of(closed.resolve("cache")), Progress.SILENT);
      assertThat(host.user()).isInstanceOf(ServerUser.Unmapped.class);
      new Cluster(folder, host).makeUnlessMade(Progress.SILENT);
      Postmaster postmaster = Postmaster.start(folder, host, folder.port());
      assertThat(postmaster.process().isAlive()).isTrue();
      postmaster.stop();
    }

    @Test
    void data_made_one_way_are_served_the_other() throws Exception {
      assumeTrue(new ServerUser.Unmapped(0).works(), "this machine allows no user namespaces");
      DataFolder folder = DataFolder.at(parent.resolve("data"));
      Host host = Host.around(folder, List.of(), Progress.SILENT);
      new Cluster(folder, host).makeUnlessMade(Progress.SILENT);
      try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.root())) {
        assertThat(ServerInUse.ask(server.login(), "SELECT 'served'")).isEqualTo("served");
      }
    }

    @Test
    void an_ordinary_user_needs_nothing_of_root() throws Exception {
      startsTwiceAs(DAEMON);
    }

    @Test
    void a_user_without_a_name_is_as_good() throws Exception {
      assumeTrue(new ServerUser.Unmapped(0).works(), "this machine allows no user namespaces");
      startsTwiceAs(12345);
    }

    private void startsTwiceAs(int user) throws Exception {
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
      String classPath = ServerInAnotherJvm.classPathForEverybody(parent);
      List<String> ordinary =
          List.of(
              "setpriv",
              "--reuid=" + user,
              "--regid=" + user,
              "--clear-groups",
              "--no-new-privs",
              "--bounding-set=-all");
      Path folder = parent.resolve("data");
      for (int start = 1; start <= 2; start++) {
        ServerInAnotherJvm server = ServerInAnotherJvm.start(folder, ordinary, classPath);
        assertThat(Folders.owner(Path.of("/proc/" + server.postgres()))).isEqualTo(user);
        server.letGo();
      }
      assertThat(Folders.owner(folder.resolve("postgresql/data"))).isEqualTo(user);
    }
  }

  @Nested
  class For_anybody {
    @Test
    void the_data_are_closed_to_everybody_else() throws Exception {
      Path folder = parent.resolve("data");
      EmbeddedPostgres.start(folder).close();
      for (String each : List.of("", "postgresql", "postgresql/data")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(each))))
            .isEqualTo("rwx------");
      }
    }
  }
}
