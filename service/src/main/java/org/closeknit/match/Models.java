package org.closeknit.match;

import java.sql.Timestamp;
import java.time.Instant;
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
            "select version, trained_on, model from match_model order by version desc limit 1")
        .query((row, unused) ->
            new TrainedModel(
                row.getInt("version"),
                row.getInt("trained_on"),
                Model.parse(row.getString("model"))))
        .optional()
        .orElseGet(TrainedModel::shipped);
  }

  TrainedModel keep(Model model, int trainedOn, Instant at) {
    int version =
        jdbc.sql(
                "insert into match_model (trained_at, trained_on, model) values (?, ?, ?) returning version")
            .params(Timestamp.from(at), trainedOn, model.toText())
            .query(Integer.class)
            .single();
    return new TrainedModel(version, trainedOn, model);
  }
}
