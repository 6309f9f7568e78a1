package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.closeknit.intake.Steward.Shown;
import org.closeknit.submission.SubmissionKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@OverTheWire
class ADataStewardSendsAFile {
  private static final String HEADER = "local_id,kind,family_name,sex\n";

  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @Autowired LongFiles longFiles;
  @LocalServerPort int port;
  private Steward steward = Steward.nobody();
  private String agency = "";

  @BeforeEach
  void aStewardOfANewCouncil() {
    agency = "council-" + UUID.randomUUID();
    Sender.of(agency, "council", "england", jdbc, port);
    steward = Steward.signedIn(agency, "data steward", jdbc, passwords, port);
  }

  @Test
  void who_has_sent_nothing_is_told_what_that_means_and_has_examples() {
    Shown page = steward.open("/submissions");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Your agency has sent nothing yet")
        .contains("/submissions/examples/people.csv");
  }

  @Test
  void the_receipt_says_what_it_means_and_lists_the_refused_lines() {
    Shown receipt =
        steward.upload(
            "people",
            "people-2026-11-23.csv",
            HEADER + "U-1,child,Testcase,\nU-2,child,Testcase,boy\n");

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.address()).startsWith("/submissions/");
    assertThat(receipt.body())
        .contains("Partly loaded, CPF03")
        .contains("The good line is in force now.")
        .contains("For the 1 refused line nothing flows until it is mended.")
        .contains("sex: has to be one of female, male, unknown")
        .contains("people-2026-11-23.csv");
    assertThat(steward.open("/submissions").body()).contains(receipt.address());
  }

  @Test
  void a_refused_line_says_what_stands_there_unless_it_may_name_somebody() {
    Shown receipt =
        steward.upload(
            "people",
            "a.csv",
            "local_id,kind,family_name,birth_date,given_names\n"
                + "U-9,child,Testcase,2019-02-30,Ada\nU-10,child,Testcase,,Somebody"
                + "x".repeat(200)
                + "\n");

    assertThat(receipt.body()).contains("It says <strong>2019-02-30</strong>");
    assertThat(receipt.body()).contains("given_names: longer").doesNotContain("Somebodyx");
  }

  @Test
  void a_receipt_with_refused_lines_says_that_the_same_file_again_changes_nothing() {
    Shown receipt = steward.upload("people", "a.csv", HEADER + "U-11,child,Testcase,boy\n");

    assertThat(receipt.body())
        .contains("the very same file again changes nothing")
        .contains("Printed by Parveen Akhtar");
  }

  @Test
  void the_same_file_again_shows_its_first_receipt_and_says_so() {
    Shown first = steward.upload("people", "a.csv", HEADER + "U-3,child,Testcase,\n");
    Shown again = steward.upload("people", "b.csv", HEADER + "U-3,child,Testcase,\n");

    assertThat(again.address()).isEqualTo(first.address() + "?again=yes");
    assertThat(again.body()).contains("You sent this").contains("Nothing changed");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_on_the_form_with_its_line() {
    Shown page = steward.upload("people", "a.csv", "local_id,kind,surname\nU-4,child,Testcase\n");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains(
            "Nothing was taken in, because line 1: it has a column that we do not know: surname")
        .contains("Did you mean family_name?");
  }

  @Test
  void a_form_without_a_kind_or_a_file_says_what_is_missing() {
    Shown noKind = steward.upload("", "a.csv", HEADER);
    Shown noFile = steward.upload("people", "", "");

    assertThat(noKind.status()).isEqualTo(400);
    assertThat(noKind.body()).contains("Say what is in the file");
    assertThat(noFile.status()).isEqualTo(400);
    assertThat(noFile.body()).contains("Choose a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "multipart/mixed; boundary=x"
      })
  void a_malformed_form_is_never_an_error_of_ours(String contentType) {
    assertThat(steward.upload(contentType, "--x\r\nContent-Disposition: nonsense").status())
        .isEqualTo(400);
  }

  @Test
  void a_form_that_breaks_off_within_the_file_keeps_nothing() {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npeople\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + HEADER
            + "U-5,child,Testcase,\n";

    assertThat(steward.upload("multipart/form-data; boundary=x", body).status()).isEqualTo(400);
    assertThat(
            jdbc.sql("select count(*) from submission where agency_id = ?")
                .param(agency)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void the_forms_token_stands_in_the_form_and_not_in_its_address() {
    assertThat(steward.open("/submissions").body())
        .contains("action=\"/submissions\"")
        .doesNotContain("_csrf=");

    Shown inTheAddress = send("/submissions?_csrf=" + steward.token(), "--x--");
    assertThat(inTheAddress.address()).startsWith("/sign-in");
  }

  @Test
  void a_form_that_does_not_begin_with_a_token_is_refused() {
    String noToken = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npeople\r\n--x--";
    String endless =
        "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + "a".repeat(1 << 20);

    assertThat(send("/submissions", noToken).address()).startsWith("/sign-in");
    assertThat(send("/submissions", endless).address()).startsWith("/sign-in");
    assertThat(send("/submissions", "a".repeat(1 << 20)).address()).startsWith("/sign-in");
  }

  private Shown send(String path, String form) {
    return steward.exchange(
        steward
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void a_form_without_its_token_is_refused() {
    Shown page =
        steward.exchange(
            steward
                .request("/submissions")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--")));

    assertThat(page.address()).startsWith("/sign-in");
  }

  @Test
  void refused_lines_come_fifty_to_a_page() {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < 120; i++) {
      file.append("U-").append(i).append(",child,Testcase,boy\n");
    }
    Shown first = steward.upload("people", "a.csv", file.toString());
    Shown third = steward.open(first.address() + "?page=3");

    assertThat(first.body()).contains("70 more refused lines").contains("?page=2");
    assertThat(first.body().split("CPR07", -1)).hasSize(51);
    assertThat(third.body().split("CPR07", -1)).hasSize(21);
    assertThat(third.body()).doesNotContain("?page=4");
  }

  @Test
  void the_refused_lines_come_back_as_a_file_with_their_reasons_and_no_formula() {
    Shown receipt =
        steward.upload(
            "people",
            "a.csv",
            HEADER
                + "U-6,child,Testcase,\nU-7,child,=HYPERLINK(1),boy\n+U-8,child,\"Test,\ncase\",girl\n");
    Shown file = steward.open(receipt.address() + "/refused.csv");

    assertThat(file.body())
        .startsWith("line,code,reason,local_id,kind,family_name,sex\r\n")
        .contains(
            "3,CPR07,\"sex: has to be one of female, male, unknown\",U-7,child,'=HYPERLINK(1),boy\r\n")
        .contains("4,CPR07,")
        .contains("'+U-8,child,")
        .doesNotContain("U-6");
  }

  @Test
  void a_long_file_shows_its_progress_until_it_is_done() {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < 10_001; i++) {
      file.append("P-").append(i).append(",child,Testcase,boy\n");
    }
    Shown working = steward.upload("people", "a.csv", file.toString());
    longFiles.step();
    Shown counted = steward.open(working.address());
    while (longFiles.step()) {
      // To its end.
    }
    Shown done = steward.open(working.address());

    assertThat(working.body()).contains("data-refresh=\"2\"").contains("http-equiv=\"refresh\"");
    assertThat(counted.body()).contains("0 of 10,001 lines taken in");
    assertThat(done.body()).contains("Nothing loaded, CPF04").doesNotContain("data-refresh");
  }

  @Test
  void another_agencys_receipt_is_as_one_that_is_not_there() {
    Shown receipt = steward.upload("people", "a.csv", HEADER + "U-9,child,Testcase,\n");
    String other = "council-" + UUID.randomUUID();
    Sender.of(other, "council", "england", jdbc, port);
    Steward stranger = Steward.signedIn(other, "data steward", jdbc, passwords, port);

    Shown theirs = stranger.open(receipt.address());
    Shown none = stranger.open("/submissions/" + UUID.randomUUID());
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(withoutToken(theirs)).isEqualTo(withoutToken(none));
    assertThat(stranger.open(receipt.address() + "/refused.csv").status()).isEqualTo(404);
  }

  /** Each page's form has a token of its own. */
  private static String withoutToken(Shown page) {
    return page.body().replaceAll("value=\"[^\"]+\"", "");
  }

  @Test
  void a_social_worker_sends_nothing() {
    Steward worker = Steward.signedIn(agency, "social worker", jdbc, passwords, port);

    assertThat(worker.open("/submissions").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(SubmissionKind.class)
  void every_example_goes_in_as_it_is(SubmissionKind kind) {
    String people = steward.open("/submissions/examples/people.csv").body();
    steward.upload("people", "people.csv", people);
    String example = steward.open("/submissions/examples/" + kind.word() + ".csv").body();
    Shown receipt = steward.upload(kind.word(), kind.word() + ".csv", example);

    assertThat(example.split("\n", 2)[0].split(",")).hasSize(kind.columns().size());
    assertThat(receipt.body()).contains("Loaded, CPF02");
  }
}
