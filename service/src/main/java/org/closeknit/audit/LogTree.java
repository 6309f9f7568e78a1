package org.closeknit.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.closeknit.ledger.Hash;
import org.closeknit.ledger.Tiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes of the log's tree: the leaves, and every eighth level above them. */
@Component
class LogTree {
  private static final int WIDTH = 1 << Tiles.HEIGHT;

  /** An old log is caught up with a little at a time. */
  private static final int TILES_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  LogTree(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** For one proof. */
  Tiles tiles() {
    return new Tiles(this::read);
  }

  private List<Hash> read(int level, long from, int atMost) {
    return (level == 0
            ? jdbc.sql("select hash from audit_leaf where place >= ? and place < ? order by place")
                .params(from, from + atMost)
            : jdbc.sql(
                    """
                    select hash from audit_subtree
                     where level = ? and place >= ? and place < ? order by place
                    """)
                .params(level, from, from + atMost))
        .query((row, unused) -> Hash.of(row.getBytes(1)))
        .list();
  }

  void append(long first, List<Hash> leaves) {
    batches.batchUpdate(
        "insert into audit_leaf (place, hash) values (?, ?)",
        IntStream.range(0, leaves.size())
            .mapToObj(i -> new Object[] {first + i, leaves.get(i).bytes()})
            .toList());
    fill(first + leaves.size());
  }

  /** Keeps the root of each tile that has become whole; a proof does without those that lack. */
  private void fill(long size) {
    long below = size;
    for (int level = 1; below >= WIDTH; level++) {
      long whole = below / WIDTH;
      long next = next(level);
      for (long at = next; at < Math.min(whole, next + TILES_AT_ONCE); at++) {
        Hash root = Tiles.above(read(level - 1, at * WIDTH, WIDTH));
        jdbc.sql("insert into audit_subtree (level, place, hash) values (?, ?, ?)")
            .params(level, at, root.bytes())
            .update();
      }
      below = Math.min(whole, next + TILES_AT_ONCE);
    }
  }

  private long next(int level) {
    return jdbc.sql("select coalesce(max(place) + 1, 0) from audit_subtree where level = ?")
        .param(level)
        .query(Long.class)
        .single();
  }
}
