package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the model for people: what each decided, and that one is taught anew. */
@Component
public class ModelVersions {
  private final Models models;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  ModelVersions(Models models, Audit audit, JdbcClient jdbc, InstantSource clock) {
    this.models = models;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A version that was in force from when it was taught until the next.
   *
   * @param by who had it taught; absent where the service taught itself
   * @param joined how many joins of the engine say that they were made by it
   * @param asked how many pairs it left to people
   * @param decided how many decisions of people were made beside it
   */
  public record Version(
      String name,
      Optional<Instant> at,
      int trainedOn,
      Optional<String> by,
      String why,
      long joined,
      long asked,
      long decided) {}

  /** The one in force first, and at the end the one that comes with the engine. */
  public List<Version> all() {
    return jdbc.sql(
            """
            select m.version, m.name, m.trained_at, coalesce(m.trained_on, 0) as trained_on, m.taught_by, m.why,
                   coalesce(d.joined, 0) as joined, coalesce(d.asked, 0) as asked,
                   coalesce(d.decided, 0) as decided
              from (select version, name, trained_at, trained_on, taught_by, why from match_model
                    union all select 0, null, null, null, null, null) m
              left join (select model, count(*) filter (where kind = 'JOINED') as joined,
                                count(*) filter (where kind = 'UNSURE') as asked,
                                count(*) filter (where by_staff is not null) as decided
                           from match_decision group by model) d on d.model = m.version
             order by m.version desc
            """)
        .query((row, unused) ->
            new Version(
                row.getInt("version") == 0
                    ? TrainedModel.shipped().name()
                    : TrainedModel.named(
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        row.getInt("version")),
                Optional.ofNullable(row.getTimestamp("trained_at")).map(java.util.Date::toInstant),
                row.getInt("trained_on"),
                Optional.ofNullable(row.getString("taught_by")),
                Optional.ofNullable(row.getString("why")).orElse(""),
                row.getLong("joined"),
                row.getLong("asked"),
                row.getLong("decided")))
        .list();
  }

  /** What came of wanting the model taught anew. */
  public enum Said {
    TAKEN_UP,
    ONE_WAITS_ALREADY,
    NAME_IS_TAKEN,
    TOO_FEW_RECORDS
  }

  /** Below this the engine's own model knows more than the records do. */
  public static int enough() {
    return TrainedModel.ENOUGH_TO_TRAIN_ON;
  }

  /** Who wants one taught that has not been yet. */
  public Optional<String> wantedBy() {
    return models.wanted().map(Models.Wanted::by);
  }

  /** To be taught by whichever instance looks first; what was decided stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Said want(Asker.Worker worker, String name, String why) {
    if (records() < TrainedModel.ENOUGH_TO_TRAIN_ON) {
      return Said.TOO_FEW_RECORDS;
    }
    if (models.isNamed(name)) {
      return Said.NAME_IS_TAKEN;
    }
    if (!models.want(worker.name(), name, why, clock.instant())) {
      return Said.ONE_WAITS_ALREADY;
    }
    audit.write(
        new Entry(
            worker,
            "had the model taught anew",
            "matching",
            "done",
            Optional.empty(),
            List.of(),
            false,
            ""));
    return Said.TAKEN_UP;
  }

  private int records() {
    return jdbc.sql(
            "select count(*) from (select from person_record where withdrawn_on is null limit ?) held")
        .param(TrainedModel.ENOUGH_TO_TRAIN_ON)
        .query(Integer.class)
        .single();
  }
}
