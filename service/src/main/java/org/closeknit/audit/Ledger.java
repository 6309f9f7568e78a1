package org.closeknit.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.ledger.Entry;
import org.closeknit.ledger.Export;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.LookProof;
import org.closeknit.ledger.Proofs;
import org.closeknit.ledger.VerifierKey;
import org.closeknit.person.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the log over to whoever wants to verify it without us. */
@Component
public class Ledger {
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final LogKeys keys;
  private final LogTree tree;
  private final Watcher.All watchers;

  Ledger(JdbcClient jdbc, LogKeys keys, LogTree tree, Watcher.All watchers) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.tree = tree;
    this.watchers = watchers;
  }

  /**
   * Everything that has its place, as a zip for {@code ./dev verify-audit}: what an agency's people
   * and machines did in words, what others did by its hash alone.
   */
  @Transactional(readOnly = true)
  public void export(AgencyId agency, OutputStream out) throws IOException {
    try (Stream<String> checkpoints = checkpoints();
        Stream<Entry> entries = entries(agency)) {
      Export.of(keys.verifiers(), checkpoints.iterator(), entries.iterator()).toZip(out);
    }
  }

  /**
   * The last of each hour, and the last that a witness cosigned: twice a second is more than
   * anybody holds a log against. One that hands over to another key always goes with it.
   */
  private Stream<String> checkpoints() {
    return jdbc
        .sql(
            """
            with chosen as (
              (select distinct on (date_trunc('hour', at)) id from audit_checkpoint
                order by date_trunc('hour', at), size desc, id desc)
              union
              (select distinct on (date_trunc('hour', at)) id from audit_checkpoint
                where id in (select checkpoint_id from audit_cosignature)
                order by date_trunc('hour', at), size desc, id desc)
              union
              (select distinct on (split_part(note, 'next-key ', 2)) id from audit_checkpoint
                where hands_over order by split_part(note, 'next-key ', 2), size, id))
            select c.note || coalesce(w.lines, '')
              from chosen join audit_checkpoint c using (id)
              left join (select checkpoint_id, string_agg(line, '' order by verifier) as lines
                           from audit_cosignature group by checkpoint_id) w
                on w.checkpoint_id = c.id
             order by c.size, c.id
            """)
        .withFetchSize(AT_ONCE)
        .query(String.class)
        .stream();
  }

  private Stream<Entry> entries(AgencyId agency) {
    return jdbc
        .sql(
            """
            select l.place, l.hash, e.body, e.who_part
              from audit_leaf l
              left join audit_entry e on e.place = l.place and e.agency_id = ?
             order by l.place
            """)
        .param(agency.value())
        .withFetchSize(AT_ONCE)
        .query((row, unused) -> entry(row))
        .stream();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long place = row.getLong(1);
    Hash hash = Hash.of(row.getBytes(2));
    String own = row.getString(3);
    return own == null
        ? new Entry.Closed(place, hash)
        : new Entry.Open(place, hash, utf8(own), parts(row.getString(4)));
  }

  private static List<byte[]> parts(String... kept) {
    return Stream.of(kept).filter(part -> !part.isEmpty()).map(Ledger::utf8).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * That something which the agency's own people did stands in the log. Whom they opened is shown
   * where the agency's log shows it; empty where it is not theirs, or has no place yet.
   */
  @Transactional(readOnly = true)
  public Optional<LookProof> proof(AgencyId agency, long entry) {
    return jdbc.sql(
            """
            select e.place, e.body, e.who_part,
                   case when e.action like 'opened a child%' and e.outcome not like 'refused%'
                        then e.child_part else '' end,
                   c.size, c.note || coalesce((select string_agg(line, '' order by verifier)
                                                 from audit_cosignature where checkpoint_id = c.id), '')
              from audit_entry e
              cross join lateral (
                (select id, size, note, 1 as choice from audit_checkpoint
                  where id = (select max(checkpoint_id) from audit_cosignature)
                    and size > e.place)
                union all
                (select id, size, note, 2 from audit_checkpoint
                  where size > e.place order by size desc, id desc limit 1)
                order by choice limit 1) c
             where e.id = ? and e.agency_id = ?
            """)
        .params(entry, agency.value())
        .query((row, unused) -> proof(row))
        .optional();
  }

  private LookProof proof(ResultSet row) throws SQLException {
    long place = row.getLong(1);
    return new LookProof(
        utf8(row.getString(2)),
        parts(row.getString(3), row.getString(4)),
        place,
        Proofs.inclusion(tree.tiles(), place, row.getLong(5)),
        row.getString(6));
  }

  /** What the log is now, and who has seen it. */
  @Transactional(readOnly = true)
  public Seal seal() {
    return new Seal(
        jdbc.sql(
                """
                select l.size, l.at,
                       coalesce((select c.note || string_agg(k.line, '' order by k.verifier)
                                   from audit_checkpoint c
                                   join audit_cosignature k on k.checkpoint_id = c.id
                                  where c.id = (select max(checkpoint_id) from audit_cosignature)
                                  group by c.id), l.note)
                  from audit_checkpoint l order by l.size desc, l.id desc limit 1
                """)
            .query((row, unused) ->
                new Seal.Signed(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3)))
            .optional(),
        keys.verifiers().stream().map(Object::toString).toList(),
        witnesses());
  }

  /** One that was taken out of the settings stays where its word stands. */
  private List<Seal.Witness> witnesses() {
    List<Seal.Witness> heard =
        jdbc.sql(
                """
                select verifier, size, cosigned_at, trouble, contradiction
                  from audit_witness order by verifier
                """)
            .query((row, unused) -> heard(row))
            .list();
    Stream<Seal.Witness> unheard =
        watchers.list().stream()
            .map(one -> one.key().toString())
            .filter(key -> heard.stream().noneMatch(one -> one.key().equals(key)))
            .map(key -> witness(key, 0, Optional.empty(), "it was not heard yet", ""));
    return Stream.concat(heard.stream(), unheard).toList();
  }

  private static Seal.Witness heard(ResultSet row) throws SQLException {
    return witness(
        row.getString(1),
        row.getLong(2),
        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant),
        row.getString(4),
        row.getString(5));
  }

  private static Seal.Witness witness(
      String key, long size, Optional<Instant> at, String trouble, String contradiction) {
    String name = VerifierKey.parse(key).name();
    return new Seal.Witness(key, name, size, at, trouble, contradiction);
  }
}
