package org.closeknit.match;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the engine says about records, as it is kept: links, and pairs for people to decide. */
@Component
class Rulings {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Rulings(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps what came of a batch; a pair that was raised before is not raised again. */
  void keep(List<Verdicts.Link> links, List<Verdicts.Raised> pairs, int model, Instant at) {
    raise(pairs, at);
    var rows = new ArrayList<Map<String, Object>>();
    links.forEach(link -> rows.add(row("JOINED", link.left(), link.with(), model)));
    pairs.forEach(pair ->
        rows.add(
            row(
                "UNSURE",
                pair.left(),
                new Verdict.Near(pair.doubt().other(), pair.doubt().likeness()),
                model)));
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into match_decision (id, kind, left_id, right_id, at, model, weight, probability, reasons, pair_id)
            select d.id, d.kind, d.left_id, d.right_id, :at, d.model, d.weight, d.probability, d.reasons,
                   case when d.kind = 'UNSURE' then p.id end
              from json_populate_recordset(null::match_decision, :rows::json) d
              left join unsure_pair p
                on least(p.left_id, p.right_id) = least(d.left_id, d.right_id)
               and greatest(p.left_id, p.right_id) = greatest(d.left_id, d.right_id)
            """)
        .param("at", Timestamp.from(at))
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  private void raise(List<Verdicts.Raised> pairs, Instant at) {
    if (pairs.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into unsure_pair (id, left_id, right_id, cause, weight, raised_at)
            select id, left_id, right_id, cause, weight, :at
              from json_populate_recordset(null::unsure_pair, :rows::json)
            on conflict (least(left_id, right_id), greatest(left_id, right_id)) do nothing
            """)
        .param("at", Timestamp.from(at))
        .param("rows", json.writeValueAsString(pairs.stream().map(Rulings::row).toList()))
        .update();
  }

  private static Map<String, Object> row(Verdicts.Raised pair) {
    return Map.of(
        "id", UUID.randomUUID(),
        "left_id", pair.left().id().value(),
        "right_id", pair.doubt().other().id().value(),
        "cause", pair.doubt().cause().name(),
        "weight", pair.doubt().likeness().weight());
  }

  private static Map<String, Object> row(String kind, Held left, Verdict.Near near, int model) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", UUID.randomUUID());
    row.put("kind", kind);
    row.put("left_id", left.id().value());
    row.put("right_id", near.other().id().value());
    row.put("model", model);
    row.put("weight", near.likeness().weight());
    row.put("probability", near.likeness().probability());
    row.put("reasons", near.likeness().reasons());
    return row;
  }
}
