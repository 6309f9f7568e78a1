package org.closeknit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.closeknit.intake.Steward.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@OverTheWire
class AFileIsOnlyTried {
  private static final String HEADER = "local_id,kind,family_name,sex\n";

  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;
  @LocalServerPort int port;
  private Steward steward = Steward.nobody();
  private Sender machine = Sender.nobody();
  private String agency = "";

  @BeforeEach
  void aStewardOfANewCouncil() {
    agency = "trying-" + UUID.randomUUID();
    machine = Sender.of(agency, "council", "england", jdbc, port);
    steward = Steward.signedIn(agency, "data steward", jdbc, passwords, port);
  }

  @Test
  void the_page_says_what_would_happen() {
    Shown page =
        steward.attempt("people", HEADER + "T-1,child,Testcase,\nT-2,child,Testcase,boy\n");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Nothing was changed, and nothing of the file was kept.")
        .contains("Would be: partly loaded, CPF03")
        .contains("1 good line would be in force.")
        .contains("sex: has to be one of female, male, unknown");
  }

  @Test
  void nothing_of_it_is_left_behind_but_that_somebody_tried() {
    machine.send("people", HEADER + "T-3,child,Testcase,\n");
    var before = rows();

    steward.attempt("people", HEADER + "T-3,child,Changed,\nT-4,child,Testcase,\n");
    steward.attempt(
        "statuses",
        "local_id,family_name,birth_date,status,start_date\n"
            + "T-5,Newcome,2018-07-08,LAC,2026-01-01\nT-3,,,CPP,2026-01-01\n");
    steward.attempt("visits", "local_id,visit_id,arrived,setting\nT-3,V-1,2026-01-01,gp\n");

    assertThat(rows()).isEqualTo(before);
    assertThat(entries()).hasSize(3).containsOnly("tried a file");
    assertThat(
            jdbc.sql("select family_name from person_record where agency_id = ?")
                .param(agency)
                .query(String.class)
                .list())
        .containsExactly("Testcase");
  }

  @Test
  void the_same_file_is_new_when_it_is_sent_afterwards() {
    String file = HEADER + "T-6,child,Testcase,\n";
    steward.attempt("people", file);

    assertThat(machine.send("people", file).status()).isEqualTo(201);
  }

  @Test
  void a_file_that_was_sent_before_shows_its_receipt() {
    String file = HEADER + "T-7,child,Testcase,\n";
    String sent = machine.send("people", file).id();
    Shown page = steward.attempt("people", file);

    assertThat(page.address()).startsWith("/submissions/" + sent);
    assertThat(page.body()).contains("Sending it again would change nothing.");
  }

  @Test
  void of_a_long_file_the_beginning_is_tried_and_the_whole_is_read() {
    var file = new StringBuilder("local_id,worker_id,worker_name,role,from\n");
    for (int i = 0; i < 10_003; i++) {
      file.append("T-none,W").append(i).append(",A Worker,teacher,2026-01-01\n");
    }
    Shown page = steward.attempt("involvements", file.toString());
    Shown broken = steward.attempt("involvements", file + "T-none,\"W\n");

    assertThat(page.body())
        .contains("The file has 10,003 lines. All can be read; the first 10,000 were tried.")
        .contains("9,950 more lines would be refused, not shown.");
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.body()).contains("Nothing would be taken in, because line 10005: ");
  }

  private TreeMap<String, Long> rows() {
    var rows = new TreeMap<String, Long>();
    List<String> tables =
        jdbc.sql(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
            .query(String.class)
            .list();
    for (String table : tables) {
      // Of the audit the test asks by itself.
      if (!table.startsWith("audit_")) {
        rows.put(
            table, jdbc.sql("select count(*) from \"" + table + "\"").query(Long.class).single());
      }
    }
    return rows;
  }

  private List<String> entries() {
    return jdbc.sql(
            "select action from audit_entry where agency_id = ? and actor <> ? and purpose = 'submission'")
        .params(agency, agency + "-machine")
        .query(String.class)
        .list();
  }
}
