package org.closeknit.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;
import org.closeknit.audit.Asker;
import org.closeknit.match.Pair;
import org.closeknit.match.Pairs;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/**
 * What a data steward asks the other agency about a pair that they cannot tell. The question goes
 * as a notice, and its answer comes back to the pair.
 */
@Component
class Questions {
  /** Somebody has to look into files; the duty desk hears of it when nobody did. */
  private static final Duration ANSWERED_WITHIN = Duration.ofDays(2);

  private final Pairs pairs;
  private final Notices notices;
  private final Agencies agencies;

  Questions(Pairs pairs, Notices notices, Agencies agencies) {
    this.pairs = pairs;
    this.notices = notices;
    this.agencies = agencies;
  }

  /** The last question about a pair, and how it stands with each agency that was asked. */
  record Asked(Pair.Ruling question, AgencyId by, List<Notice> at) {
    boolean waits() {
      return !at.isEmpty() && at.stream().allMatch(notice -> notice.answer().isEmpty());
    }

    /** What the reader's own agency was asked and has not answered. */
    Optional<Notice> of(AgencyId agency) {
      return at.stream()
          .filter(notice -> notice.agency().equals(agency) && notice.answer().isEmpty())
          .findFirst();
    }
  }

  /** Those that keep the pair's records, or failing them another record of the same people. */
  Set<AgencyId> toAsk(AgencyId asker, Pair pair, ChildRecords people) {
    Set<AgencyId> keepers =
        people.records().stream()
            .filter(record -> pair.both().contains(record.id()))
            .map(AgencyRecord::keeper)
            .filter(keeper -> !keeper.equals(asker))
            .collect(Collectors.toSet());
    return keepers.isEmpty()
        ? Sight.keepers(people).stream()
            .filter(keeper -> !keeper.equals(asker))
            .collect(Collectors.toSet())
        : keepers;
  }

  void ask(Asker.Worker worker, UUID decision, Pair pair, ChildRecords people, String question) {
    for (AgencyId agency : toAsk(worker.agency().id(), pair, people)) {
      notices.raise(
          new NewNotice(
              "data",
              key(decision),
              people,
              ownRecord(pair, people, agency),
              agency,
              agencies.staffOf(agency).stream()
                  .filter(staff -> staff.role() == Role.DATA_STEWARD)
                  .map(Staff::id)
                  .toList(),
              false,
              "{place} asks you whether two records are of one child",
              Map.of(
                  "who", worker.name(),
                  "role", worker.roleWords(),
                  "place", worker.agency().name(),
                  "phone", worker.agency().officePhone(),
                  "why", question),
              Optional.of(ANSWERED_WITHIN)));
    }
  }

  private static Optional<RecordId> ownRecord(Pair pair, ChildRecords people, AgencyId agency) {
    List<AgencyRecord> own = people.keptBy(agency);
    return own.stream()
        .filter(record -> pair.both().contains(record.id()))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .map(AgencyRecord::id);
  }

  /** The last question about each of some pairs that anybody asked about. */
  Map<Pair, Asked> about(Map<Pair, ChildRecords> some) {
    Map<UUID, Pairs.Question> last =
        pairs.lastQuestions(some.keySet().stream().map(Pair::id).toList());
    var asked = new LinkedHashMap<Pair, Asked>();
    some.forEach((pair, people) ->
        Optional.ofNullable(last.get(pair.id()))
            .ifPresent(question ->
                asked.put(
                    pair,
                    new Asked(
                        question.ruling(),
                        question.by(),
                        notices.raised(
                            new ArrayList<>(Sight.keepers(people)),
                            key(question.ruling().id()))))));
    return asked;
  }

  /** False where nothing was asked of this agency, or it has been answered. */
  boolean answer(Asker.Worker worker, Pair pair, ChildRecords people, String words) {
    Optional<Notice> open =
        about(Map.of(pair, people)).values().stream()
            .flatMap(asked -> asked.of(worker.agency().id()).stream())
            .findFirst();
    open.ifPresent(notice -> notices.answer(worker, notice, words));
    return open.isPresent();
  }

  private static String key(UUID decision) {
    return "pair " + decision;
  }
}
