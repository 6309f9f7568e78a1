package org.closeknit.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.person.ChildId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an officer's agency has found; nobody reads what is about themselves. */
@Component
class FindingRows {
  static final int MOST = 200;

  private final JdbcClient jdbc;

  FindingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One finding as it stands.
   *
   * @param agency the looker's
   */
  record Row(
      UUID id,
      String name,
      String role,
      String agency,
      Reason.Kind kind,
      Optional<ChildId> child,
      List<String> sentences,
      int looks,
      Instant first,
      Instant last,
      Optional<Said> said) {}

  record Said(Verdict verdict, String words, String by, Instant at) {}

  /**
   * Those that wait first, the latest before the others. Administrators see what is about an
   * officer, and no more.
   *
   * @param waiting only what nobody has answered for good
   */
  List<Row> of(Asker.Worker reader, boolean waiting, Optional<Reason.Kind> kind) {
    return jdbc.sql(
            """
            select f.*, a.name as agency_name from finding f join agency a on a.id = f.actor_agency
             where f.agency_id = :agency and f.actor <> :reader
               and (:officer or exists (select from staff s
                                         where s.id::text = f.actor
                                           and s.role = 'information governance officer'))
               and (not :waiting or coalesce(f.verdict, 'LOOKED_INTO') = 'LOOKED_INTO')
               and (:kind = '' or f.kind = :kind)
             order by f.verdict is not null, f.verdict = 'LOOKED_INTO' desc, f.last_at desc
             limit :most
            """)
        .param("agency", reader.agency().id().value())
        .param("reader", reader.actor())
        .param("officer", reader.role() == Role.INFORMATION_GOVERNANCE_OFFICER)
        .param("waiting", waiting)
        .param("kind", kind.map(Enum::name).orElse(""))
        .param("most", MOST)
        .query(FindingRows::row)
        .list();
  }

  private static Row row(ResultSet row, int unused) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("actor_name"),
        row.getString("actor_role"),
        row.getString("agency_name"),
        Reason.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getObject("child_id", UUID.class)).map(ChildId::new),
        List.of((String[]) row.getArray("sentences").getArray()),
        row.getInt("looks"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        said(row));
  }

  private static Optional<Said> said(ResultSet row) throws SQLException {
    return row.getString("verdict") == null
        ? Optional.empty()
        : Optional.of(
            new Said(
                Verdict.valueOf(row.getString("verdict")),
                row.getString("words"),
                row.getString("answered_name"),
                row.getTimestamp("answered_at").toInstant()));
  }
}
