package org.closeknit.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.linkage.Candidate;
import org.closeknit.person.AgencyId;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;

/** Takes lines of submissions in, and finds the person of each record. */
@Component
class Arrivals {
  private static final int MANY = 1_000;

  private final Records records;
  private final Drafts drafts;
  private final Rulings rulings;
  private final Groups groups;
  private final Outcomes outcomes;
  private final InstantSource clock;

  Arrivals(
      Records records,
      Drafts drafts,
      Rulings rulings,
      Groups groups,
      Outcomes outcomes,
      InstantSource clock) {
    this.records = records;
    this.drafts = drafts;
    this.rulings = rulings;
    this.groups = groups;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  List<Taken> take(List<NewRecord> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    records.lock();
    Instant at = clock.instant();
    var batch =
        new Batch(
            lines,
            known(
                lines.stream().map(line -> new Batch.Key(line.agency(), line.localId())).toList()));
    Map<Batch.Key, PersonRecord> mothers = known(batch.mothers());
    List<Held> changed =
        batch.changed().stream().map(record -> batch.held(record, mothers)).toList();
    List<Held> arrivals =
        batch.arrivals().stream().map(record -> batch.held(record, mothers)).toList();
    Draft draft = drafts.readyFor(arrivals);
    records.replace(batch.changed(), at);
    changed.forEach(draft::put);
    arrive(arrivals, draft, at);
    reconsider(changed, draft, at);
    records.spokenOf(batch.spoken());
    if (lines.size() >= MANY) {
      records.tellThePlanner();
    }
    return outcomes.of(batch.spoken().stream().map(Records.Spoken::record).toList());
  }

  private void arrive(List<Held> arrivals, Draft draft, Instant at) {
    List<Held> taking = arrivals.stream().filter(held -> held.record().says().takesPart()).toList();
    List<List<Candidate>> before = draft.search(taking);
    var verdicts = new Verdicts(draft);
    verdicts.know(records.companyOf(ids(before)));
    var placed = new ArrayList<NewArrival>();
    for (int i = 0; i < taking.size(); i++) {
      Held held = taking.get(i);
      placed.add(new NewArrival(verdicts.arrive(held, before.get(i)).record(), held.child()));
    }
    arrivals.stream()
        .filter(held -> !held.record().says().takesPart())
        .forEach(held -> placed.add(new NewArrival(held.record(), held.child())));
    records.add(placed, at);
    rulings.keep(verdicts.links(), verdicts.pairs(), draft.trained().version(), at);
  }

  private void reconsider(List<Held> changed, Draft draft, Instant at) {
    List<Held> seeking = seeking(changed);
    if (seeking.isEmpty()) {
      return;
    }
    List<List<Candidate>> before = draft.search(seeking);
    for (int i = 0; i < seeking.size(); i++) {
      reconsider(seeking.get(i), before.get(i), draft, at);
    }
  }

  private List<Held> seeking(List<Held> changed) {
    if (changed.isEmpty()) {
      return List.of();
    }
    Set<RecordId> former = records.former(changed.stream().map(Held::id).toList());
    return changed.stream()
        .filter(held -> held.record().says().takesPart() && !former.contains(held.id()))
        .toList();
  }

  // One after the other, each on what the database says after the one before: a record that finds
  // its person may move others.
  private void reconsider(Held held, List<Candidate> before, Draft draft, Instant at) {
    List<Candidate> candidates = draft.likeliest(held, before);
    var verdicts = new Verdicts(draft);
    Set<RecordId> near = new HashSet<>(ids(List.of(candidates)));
    near.add(held.id());
    List<Held> company = records.companyOf(near);
    verdicts.know(company);
    Held now = company.stream().filter(one -> one.id().equals(held.id())).findFirst().orElse(held);
    if (!verdicts.isAlone(now)) {
      verdicts.inCompany(now);
      rulings.keep(List.of(), verdicts.pairs(), draft.trained().version(), at);
      return;
    }
    verdicts.alone(now, before, groups.keptApartFrom(now.id()));
    rulings.keep(verdicts.links(), verdicts.pairs(), draft.trained().version(), at);
    if (!verdicts.links().isEmpty()) {
      List<RecordId> both =
          verdicts.links().stream()
              .flatMap(link -> Stream.of(link.left().id(), link.with().other().id()))
              .toList();
      groups.settle(groups.around(both), Optional.empty());
    }
  }

  private Map<Batch.Key, PersonRecord> known(Collection<Batch.Key> keys) {
    Map<AgencyId, List<String>> byAgency =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    Batch.Key::agency,
                    Collectors.mapping(Batch.Key::localId, Collectors.toList())));
    var known = new HashMap<Batch.Key, PersonRecord>();
    byAgency.forEach((agency, localIds) ->
        records
            .byLocalId(agency, localIds)
            .forEach((localId, record) -> known.put(new Batch.Key(agency, localId), record)));
    return known;
  }

  private static Set<RecordId> ids(List<List<Candidate>> found) {
    return found.stream()
        .flatMap(List::stream)
        .map(candidate -> RecordId.of(candidate.person().id()))
        .collect(Collectors.toSet());
  }
}
