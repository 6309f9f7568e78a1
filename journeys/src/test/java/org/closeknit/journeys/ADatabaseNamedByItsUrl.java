package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dev start --database URL} gives to the service. */
class ADatabaseNamedByItsUrl {
  private static final Path DEV = Path.of("..", "dev").toAbsolutePath().normalize();

  private record Given(int exit, String words) {}

  @Test
  void the_user_and_the_password_are_decoded_and_the_address_keeps_neither() throws Exception {
    Given given =
        use(
            "postgresql://close%20knit:p%40ss%3Aw%2F%25%2B%3F%23%26%5C@db.example:5433/c?sslmode=require");

    assertThat(given.words())
        .isEqualTo(
            """
            jdbc:postgresql://db.example:5433/c?sslmode=require&logServerErrorDetail=false&reWriteBatchedInserts=true
            close knit
            p@ss:w/%+?#&\\
            """);
  }

  @Test
  void a_plus_is_a_plus_and_a_user_needs_no_password() throws Exception {
    assertThat(use("postgres://a+b@[::1]/c").words())
        .isEqualTo(
            """
            jdbc:postgresql://[::1]/c?logServerErrorDetail=false&reWriteBatchedInserts=true
            a+b

            """);
  }

  @Test
  void a_percent_sign_that_starts_nothing_is_refused() throws Exception {
    Given given = use("postgresql://u:50%@db.example/c");

    assertThat(given.exit()).isEqualTo(2);
    assertThat(given.words()).contains("%25").doesNotContain("50%");
  }

  @Test
  void another_product_is_refused() throws Exception {
    assertThat(use("mysql://u:p@db.example/c").exit()).isEqualTo(2);
  }

  @Test
  void what_is_refused_leaves_no_folder_behind(@TempDir Path empty) throws Exception {
    String data = empty.resolve("data").toString();
    Given given =
        run(
            "source \"$1\"; need_java() { :; }; alone() { :; }; look_at_database() { return 1; };"
                + " start --data \"$2\" --database postgresql://u:p@db.example/c",
            data);

    assertThat(given.exit()).isEqualTo(1);
    assertThat(Path.of(data)).doesNotExist();
  }

  private static Given use(String url) throws IOException, InterruptedException {
    return run(
        "source \"$1\"; use_database \"$2\"; printf '%s\\n' \"$SPRING_DATASOURCE_URL\""
            + " \"$SPRING_DATASOURCE_USERNAME\" \"${SPRING_DATASOURCE_PASSWORD-}\"",
        url);
  }

  private static Given run(String words, String argument) throws IOException, InterruptedException {
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", words, "bash", DEV.toString(), argument)
            .redirectErrorStream(true);
    bash.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Given(process.waitFor(), said);
  }
}
