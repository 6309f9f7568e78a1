package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TheFirstStart {

  @TempDir Path folder;

  @BeforeEach
  void bootstrap() throws IOException {
    Bootstrap.write(folder, Secrets.from(new Random(1)));
  }

  @Test
  void only_the_owner_may_read_what_was_written() throws IOException {
    for (String name : List.of("bootstrap.json", "sign-ins.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void nothing_else_is_left_in_the_folder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("bootstrap.json", "sign-ins.json");
    }
  }

  @Test
  void a_later_start_leaves_both_as_they_are() throws IOException {
    byte[] bootstrap = Files.readAllBytes(folder.resolve("bootstrap.json"));
    byte[] signIns = Files.readAllBytes(folder.resolve("sign-ins.json"));

    Bootstrap.write(folder, Secrets.from(new Random(2)));

    assertThat(folder.resolve("bootstrap.json")).hasBinaryContent(bootstrap);
    assertThat(folder.resolve("sign-ins.json")).hasBinaryContent(signIns);
  }

  @Test
  void a_start_after_a_crash_between_the_files_keeps_the_secrets_of_the_first() throws IOException {
    byte[] signIns = Files.readAllBytes(folder.resolve("sign-ins.json"));
    Files.delete(folder.resolve("sign-ins.json"));

    Bootstrap.write(folder, Secrets.from(new Random(2)));

    assertThat(folder.resolve("sign-ins.json")).hasBinaryContent(signIns);
  }

  @Test
  void two_installations_have_no_secret_in_common() throws IOException {
    Path other = folder.resolve("other");
    Bootstrap.write(other, Secrets.from(new Random(2)));

    assertThat(secrets(folder)).hasSizeGreaterThan(80).doesNotContainAnyElementsOf(secrets(other));
  }

  @Test
  void every_kind_of_agency_is_there() {
    List<String> kinds = texts(read("sign-ins.json").get("machines"), "kind");
    assertThat(kinds).contains("council", "hospital", "police", "school", "reporter", "gp");
    assertThat(kinds).filteredOn("council"::equals).hasSize(3);
    assertThat(kinds).filteredOn("hospital"::equals).hasSize(3);
    assertThat(kinds).filteredOn("school"::equals).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void every_role_works_somewhere() {
    assertThat(texts(read("sign-ins.json").get("people"), "role"))
        .contains(
            "social worker",
            "team manager",
            "duty worker",
            "data steward",
            "nurse",
            "named nurse",
            "safeguarding lead",
            "police officer",
            "reporter",
            "gp",
            "information governance officer",
            "administrator");
  }

  @Test
  void those_who_oversee_and_administer_have_a_second_factor() {
    JsonNode people = read("sign-ins.json").get("people");
    assertThat(people.valueStream())
        .filteredOn(person ->
            Set.of("administrator", "information governance officer")
                .contains(person.get("role").asString()))
        .isNotEmpty()
        .allSatisfy(person -> assertThat(person.get("totp").asString()).matches("[A-Z2-7]{32}"));
    assertThat(people.valueStream()).anyMatch(person -> person.get("totp").isNull());
  }

  @Test
  void a_user_name_and_a_worker_number_belong_to_one_person() {
    JsonNode staff = read("bootstrap.json").get("staff");
    assertThat(texts(staff, "user")).doesNotHaveDuplicates().allMatch(u -> u.matches("[a-z.]+"));
    assertThat(texts(staff, "workerId")).doesNotHaveDuplicates();
  }

  @Test
  void phones_are_from_the_ranges_kept_for_fiction() throws IOException {
    String bootstrap = Files.readString(folder.resolve("bootstrap.json"));
    assertThat(bootstrap.lines().filter(line -> line.contains("hone\"")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*\"(01632 960|07700 900)\\d{3}\".*"));
  }

  @Test
  void teams_and_agreements_name_agencies_that_are_there() {
    JsonNode bootstrap = read("bootstrap.json");
    Set<String> agencies = Set.copyOf(texts(bootstrap.get("agencies"), "id"));
    Set<String> teams =
        bootstrap
            .get("agencies")
            .valueStream()
            .flatMap(agency -> agency.get("teams").valueStream())
            .map(team -> team.get("id").asString())
            .collect(Collectors.toSet());
    assertThat(texts(bootstrap.get("staff"), "agency")).allMatch(agencies::contains);
    assertThat(bootstrap.get("staff").valueStream())
        .allMatch(
            person -> person.get("team").isNull() || teams.contains(person.get("team").asString()));
    assertThat(bootstrap.get("agreements").valueStream())
        .flatMap(agreement -> agreement.get("parties").valueStream().toList())
        .allMatch(party -> agencies.contains(party.asString()));
  }

  @Test
  void only_hospitals_may_enquire() {
    assertThat(read("sign-ins.json").get("machines").valueStream())
        .allSatisfy(machine ->
            assertThat(machine.get("scopes").valueStream().map(JsonNode::asString).toList())
                .contains("submissions", "notices", "chronology", "crosswalk")
                .satisfies(scopes ->
                    assertThat(scopes.contains("enquiries"))
                        .isEqualTo(machine.get("kind").asString().equals("hospital"))));
  }

  private JsonNode read(String name) {
    return read(folder, name);
  }

  private static JsonNode read(Path folder, String name) {
    try {
      return Json.read(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static Set<String> secrets(Path folder) {
    JsonNode signIns = read(folder, "sign-ins.json");
    return Stream.concat(
            texts(signIns.get("people"), "password").stream(),
            texts(signIns.get("machines"), "clientSecret").stream())
        .collect(Collectors.toSet());
  }

  private static List<String> texts(JsonNode objects, String name) {
    return objects.valueStream().map(object -> object.get(name).asString()).toList();
  }
}
