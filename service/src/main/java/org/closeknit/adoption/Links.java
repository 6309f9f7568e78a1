package org.closeknit.adoption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.access.Gate;
import org.closeknit.access.Wall;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed links in the database, each for its own council. */
@Component
class Links {
  private static final String STANDING =
      """
      select id, reference, former_record, present_record, sealed_at, sealed_by
        from adoption_link where agency_id = ? and ended_at is null
      """;

  private final JdbcClient jdbc;
  private final Wall wall;

  Links(JdbcClient jdbc, Wall wall) {
    this.jdbc = jdbc;
    this.wall = wall;
  }

  List<SealedLink> of(AgencyId council) {
    wall.keep(Gate.SEALED_LINKS, council);
    return jdbc.sql(STANDING + " order by sealed_at desc, id")
        .param(council.value())
        .query(Links::link)
        .list();
  }

  Optional<SealedLink> find(AgencyId council, UUID id) {
    wall.keep(Gate.SEALED_LINKS, council);
    return jdbc.sql(STANDING + " and id = ?")
        .params(council.value(), id)
        .query(Links::link)
        .optional();
  }

  /** False where one of the records, or the reference, has a link already. */
  boolean seal(AgencyId council, SealedLink link, String why) {
    wall.keep(Gate.SEALED_LINKS, council);
    return jdbc.sql(
                """
                insert into adoption_link (id, agency_id, reference, former_record, present_record, sealed_at,
                                           sealed_by, why)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                link.id(),
                council.value(),
                link.reference(),
                link.former().value(),
                link.present().value(),
                Timestamp.from(link.sealedAt()),
                link.sealedBy(),
                why)
            .update()
        == 1;
  }

  void end(SealedLink link, Instant at, String by, String why) {
    jdbc.sql("update adoption_link set ended_at = ?, ended_by = ?, ended_why = ? where id = ?")
        .params(Timestamp.from(at), by, why, link.id())
        .update();
  }

  void opened(SealedLink link, SealedLink.Side side, Instant at, String by, String why) {
    jdbc.sql(
            """
            insert into adoption_opening (link_id, agency_id, side, opened_at, opened_by, why)
            select id, agency_id, ?, ?, ?, ? from adoption_link where id = ?
            """)
        .params(side.name(), Timestamp.from(at), by, why, link.id())
        .update();
  }

  /** Who opened a side of a link, and why. */
  record Opened(SealedLink.Side side, Instant at, String by, String why) {}

  List<Opened> openings(SealedLink link) {
    return jdbc.sql(
            """
            select side, opened_at, opened_by, why from adoption_opening where link_id = ?
             order by opened_at desc
            """)
        .param(link.id())
        .query((row, unused) ->
            new Opened(
                SealedLink.Side.valueOf(row.getString("side")),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                row.getString("why")))
        .list();
  }

  private static SealedLink link(ResultSet row, int unused) throws SQLException {
    return new SealedLink(
        row.getObject("id", UUID.class),
        row.getString("reference"),
        new RecordId(row.getObject("former_record", UUID.class)),
        new RecordId(row.getObject("present_record", UUID.class)),
        row.getTimestamp("sealed_at").toInstant(),
        row.getString("sealed_by"));
  }
}
