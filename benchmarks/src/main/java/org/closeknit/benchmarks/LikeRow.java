package org.closeknit.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts a row as large as the service's latest one, and as unique, into a table of its likeness.
 */
record LikeRow(Database database, String table) {

  private static final String COLUMNS =
      """
      select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
             exists (select from pg_index i
                      where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey))
        from pg_attribute a
       where a.attrelid = 'public.%s'::regclass and a.attnum > 0 and not a.attisdropped
         and a.attidentity = '' and a.attgenerated = ''
       order by a.attnum
      """;

  String insert() throws SQLException {
    database.execute(
        """
        create table peer.%1$s (like public.%1$s including defaults including constraints
                                including indexes including identity including generated)
        """
            .formatted(table));
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (List<String> column : database.rows(COLUMNS.formatted(table))) {
      names.add(column.get(0));
      boolean notNull = column.get(2).equals("t");
      boolean unique = column.get(3).equals("t");
      String value = unique ? fresh(column.get(1), column.get(0), notNull) : latest(column.get(0));
      values.add("cast(%s as %s)".formatted(value, column.get(1)));
    }
    return "insert into peer.%s (%s) values (%s)"
        .formatted(table, String.join(", ", names), String.join(", ", values));
  }

  /** An empty place among unique ones stays empty, as it is when the service writes it. */
  private String fresh(String type, String name, boolean notNull) throws SQLException {
    if (!notNull) {
      return "null";
    }
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "text" -> "gen_random_uuid()::text";
      case "bigint" -> "(random() * 9e18)::bigint";
      case "integer" -> "(random() * 2e9)::integer";
      case "bytea" -> "uuid_send(gen_random_uuid())";
      default -> latest(name);
    };
  }

  private String latest(String column) throws SQLException {
    String sql =
        "select quote_nullable(%s::text) from public.%s order by ctid desc limit 1"
            .formatted(column, table);
    // A colon before a word would be a variable of pgbench's.
    return database.rows(sql).getFirst().getFirst().replace(":", "' || chr(58) || '");
  }
}
