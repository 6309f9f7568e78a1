package org.closeknit.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.closeknit.linkage.Model;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the model, each as it was trained. */
@Component
class Models {
  private final JdbcClient jdbc;

  Models(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int latestVersion() {
    return jdbc.sql("select coalesce(max(version), 0) from match_model")
        .query(Integer.class)
        .single();
  }

  TrainedModel latest() {
    return jdbc.sql(
            """
            select version, coalesce(name, '') as name, trained_on, model
              from match_model order by version desc limit 1
            """)
        .query((row, unused) ->
            new TrainedModel(
                row.getInt("version"),
                TrainedModel.named(row.getString("name"), row.getInt("version")),
                row.getInt("trained_on"),
                Model.parse(row.getString("model"))))
        .optional()
        .orElseGet(TrainedModel::shipped);
  }

  /** What the service has taught itself. */
  TrainedModel keep(Model model, int trainedOn, Instant at) {
    return keep(model, trainedOn, at, Optional.empty());
  }

  TrainedModel keep(Model model, int trainedOn, Instant at, Optional<Wanted> wanted) {
    int version =
        jdbc.sql(
                """
                insert into match_model (trained_at, trained_on, model, name, taught_by, why)
                values (:at, :on, :model, :name, :by, :why) returning version
                """)
            .param("at", Timestamp.from(at))
            .param("on", trainedOn)
            .param("model", model.toText())
            .param("name", wanted.map(Wanted::name).filter(name -> !name.isBlank()).orElse(null))
            .param("by", wanted.map(Wanted::by).orElse(null))
            .param("why", wanted.map(Wanted::why).orElse(null))
            .query(Integer.class)
            .single();
    wanted.ifPresent(one ->
        jdbc.sql("update match_teaching set version = ? where id = ?")
            .params(version, one.id())
            .update());
    String name = TrainedModel.named(wanted.map(Wanted::name).orElse(""), version);
    return new TrainedModel(version, name, trainedOn, model);
  }

  /** That somebody wants the model taught anew. */
  record Wanted(long id, String by, String name, String why, Instant at) {}

  Optional<Wanted> wanted() {
    return jdbc.sql(
            """
            select id, wanted_by, name, why, wanted_at from match_teaching where version is null
            """)
        .query((row, number) -> wanted(row))
        .optional();
  }

  private static Wanted wanted(ResultSet row) throws SQLException {
    return new Wanted(
        row.getLong("id"),
        row.getString("wanted_by"),
        row.getString("name"),
        row.getString("why"),
        row.getTimestamp("wanted_at").toInstant());
  }

  /** False where one waits already. */
  boolean want(String by, String name, String why, Instant at) {
    return jdbc.sql(
                """
                insert into match_teaching (wanted_at, wanted_by, name, why) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(Timestamp.from(at), by, name, why)
            .update()
        == 1;
  }

  boolean isNamed(String name) {
    return jdbc.sql("select exists (select from match_model where lower(name) = lower(?))")
        .param(name)
        .query(Boolean.class)
        .single();
  }
}
