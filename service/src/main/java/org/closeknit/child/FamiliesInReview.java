package org.closeknit.child;

import java.util.List;
import java.util.UUID;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;
import org.closeknit.review.Families;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who lives around a record tells a data steward whether it is of the child they think. */
@Component
class FamiliesInReview implements Families {
  private final JdbcClient jdbc;

  FamiliesInReview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Said(Relative relative, Handling handling) {}

  @Override
  public List<Relative> around(Permit permit, RecordId record) {
    return jdbc
        .sql(
            """
            select other_record_id, relationship, handling from relationship
             where record_id = :record and withdrawn_on is null
               and (to_day is null or to_day >= :today)
             order by relationship, other_record_id
            """)
        .param("record", record.value())
        .param("today", permit.day())
        .query((row, unused) ->
            new Said(
                new Relative(
                    new RecordId(row.getObject("other_record_id", UUID.class)),
                    row.getString("relationship")),
                Handling.valueOf(row.getString("handling"))))
        .list()
        .stream()
        .filter(said -> permit.opens(Item.RELATIONSHIPS, record, said.handling()))
        .map(Said::relative)
        .toList();
  }
}
