package org.closeknit.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to lines, in the database. */
@Component
class Answers {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  Answers(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void add(UUID submission, List<Answer> answers) {
    batches.batchUpdate(
        """
        insert into submission_line (submission_id, line, local_id, code, reason, on_plan)
        values (?, ?, ?, ?, ?, ?)
        """,
        answers,
        Math.max(1, answers.size()),
        (row, answer) -> {
          row.setObject(1, submission);
          row.setInt(2, answer.line());
          row.setString(3, answer.localId());
          row.setString(4, answer.code().name());
          row.setString(5, answer.reason().orElse(null));
          row.setBoolean(6, answer.onPlan());
        });
  }

  /** In the order of the file, from behind a line. */
  List<Answer> after(UUID submission, int line, boolean refusedOnly, int limit) {
    return jdbc.sql(
            """
            select * from submission_line
             where submission_id = ? and line > ? and (not ? or code <> 'CPR06')
             order by line
             limit ?
            """)
        .params(submission, line, refusedOnly, limit)
        .query(Answers::answer)
        .list();
  }

  /** The refused ones, those about people on a plan first. */
  List<Answer> refused(UUID submission, int offset, int limit) {
    return jdbc.sql(
            """
            select * from submission_line
             where submission_id = ? and code <> 'CPR06'
             order by on_plan desc, line
             offset ? limit ?
            """)
        .params(submission, offset, limit)
        .query(Answers::answer)
        .list();
  }

  /** How many of the sender's people on a plan stand in refused lines. */
  int peopleOnAPlanRefused(UUID submission) {
    return jdbc.sql(
            """
            select count(distinct local_id) from submission_line
             where submission_id = ? and code <> 'CPR06' and on_plan
            """)
        .param(submission)
        .query(Integer.class)
        .single();
  }

  private static Answer answer(ResultSet row, int unused) throws SQLException {
    return new Answer(
        row.getInt("line"),
        row.getString("local_id"),
        LineCode.valueOf(row.getString("code")),
        Optional.ofNullable(row.getString("reason")),
        row.getBoolean("on_plan"));
  }
}
