package org.closeknit.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts an agency's own records of children by whether a check finds them by number. */
@Component
class Census {
  private static final String CHILDREN =
      """
       from person_record
      where agency_id = :agency and kind = 'CHILD'
        and withdrawn_on is null and ended_on is null and died_on is null
        and restricted is distinct from 'ADOPTED'
      """;
  private static final String WITHOUT_NUMBER = " and nhs_number is null and chi_number is null";

  private final JdbcClient jdbc;

  Census(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int children(AgencyId agency) {
    return jdbc.sql("select count(*)" + CHILDREN)
        .param("agency", agency.value())
        .query(Integer.class)
        .single();
  }

  int childrenWithoutNumber(AgencyId agency) {
    return jdbc.sql("select count(*)" + CHILDREN + WITHOUT_NUMBER)
        .param("agency", agency.value())
        .query(Integer.class)
        .single();
  }

  /** In the order in which they first came. */
  Map<RecordId, String> withoutNumber(AgencyId agency, int offset, int limit) {
    return jdbc
        .sql(
            "select id, local_id"
                + CHILDREN
                + WITHOUT_NUMBER
                + " order by arrival offset :offset limit :limit")
        .param("agency", agency.value())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, unused) ->
            Map.entry(new RecordId(row.getObject("id", UUID.class)), row.getString("local_id")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  /** Of some records, whomever they are of, those that carry no number. */
  Map<RecordId, String> withoutNumber(Collection<RecordId> among) {
    return jdbc
        .sql(
            "select id, local_id from person_record where id = any(?::uuid[]) and withdrawn_on is null"
                + WITHOUT_NUMBER)
        .param(Records.texts(among))
        .query((row, unused) ->
            Map.entry(new RecordId(row.getObject("id", UUID.class)), row.getString("local_id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** In the order of the names that their keeper says; what it has sealed is on no list. */
  List<RecordId> byName(Collection<RecordId> among) {
    return jdbc.sql(
            """
            select id from person_record
             where id = any(?::uuid[]) and kind = 'CHILD' and withdrawn_on is null
               and coalesce(restricted, 'NONE') not in ('RECORD', 'ADOPTED')
             order by lower(family_name), lower(given_names), id
            """)
        .param(Records.texts(among))
        .query((row, unused) -> new RecordId(row.getObject("id", UUID.class)))
        .list();
  }
}
