package org.closeknit.submission;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What files said of things of which an older long file of the same agency and kind has still to
 * speak: a short file does not wait for a long one, and yet what was sent later stands. Nothing is
 * noted while no older file is working.
 */
@Component
class SaidLater {
  private final JdbcClient jdbc;

  SaidLater(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of some things that a file spoke of which came after this one. */
  Set<String> among(UUID submission, Collection<String> things) {
    return new HashSet<>(
        jdbc.sql(
                """
                select later.thing
                  from submission sent
                  join said_later later
                    on later.agency_id = sent.agency_id and later.kind = sent.kind
                   and later.arrival > sent.arrival
                 where sent.id = ? and later.thing = any(?)
                """)
            .params(submission, things.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  void note(UUID submission, Collection<String> things) {
    jdbc.sql(
            """
            insert into said_later (agency_id, kind, thing, arrival)
            select sent.agency_id, sent.kind, said.thing, sent.arrival
              from submission sent
             cross join (select distinct unnest(:things::text[]) as thing) said
             where sent.id = :id
               and exists (select from submission older
                            where older.agency_id = sent.agency_id and older.kind = sent.kind
                              and older.state = 'working' and older.arrival < sent.arrival)
            on conflict (agency_id, kind, thing) do update
               set arrival = greatest(said_later.arrival, excluded.arrival)
            """)
        .param("things", things.toArray(String[]::new))
        .param("id", submission)
        .update();
  }

  /** Forgets what no file that is still working can come upon. */
  void forget(UUID ended) {
    jdbc.sql(
            """
            delete from said_later using submission ended
             where ended.id = ?
               and said_later.agency_id = ended.agency_id and said_later.kind = ended.kind
               and not exists (select from submission working
                                where working.agency_id = ended.agency_id and working.kind = ended.kind
                                  and working.state = 'working'
                                  and working.arrival < said_later.arrival)
            """)
        .param(ended)
        .update();
  }
}
