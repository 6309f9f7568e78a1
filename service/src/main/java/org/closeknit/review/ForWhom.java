package org.closeknit.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Directory;
import org.closeknit.audit.Asker;
import org.closeknit.match.Pairs;
import org.closeknit.pages.Dates;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits by those who may decide it, so that nothing waits for nobody unseen. */
@Component
class ForWhom {
  private final Pairs pairs;
  private final Sight sight;
  private final Cover cover;
  private final Agencies agencies;
  private final InstantSource clock;

  ForWhom(Pairs pairs, Sight sight, Cover cover, Agencies agencies, InstantSource clock) {
    this.pairs = pairs;
    this.sight = sight;
    this.cover = cover;
    this.agencies = agencies;
    this.clock = clock;
  }

  private record Sort(Set<AgencyId> keepers, Set<AgencyId> deciders) {}

  @Transactional(readOnly = true)
  public WaitingView waiting(Asker.Worker worker) {
    Set<AgencyId> staffed = cover.staffed();
    var sorts = new LinkedHashMap<Sort, List<Instant>>();
    sight
        .all(pairs.waiting())
        .forEach((pair, people) ->
            sorts
                .computeIfAbsent(
                    new Sort(Sight.keepers(people), sight.deciders(people, staffed)),
                    sort -> new ArrayList<>())
                .add(pair.raisedAt()));
    AgencyId own = worker.agency().id();
    return new WaitingView(
        rows(sorts, sort -> !sort.deciders().isEmpty() && concerns(own, sort)),
        rows(sorts, sort -> sort.deciders().isEmpty()),
        sorts.isEmpty());
  }

  private static boolean concerns(AgencyId own, Sort sort) {
    return sort.keepers().contains(own) || sort.deciders().contains(own);
  }

  private List<WaitingView.Row> rows(
      Map<Sort, List<Instant>> sorts, java.util.function.Predicate<Sort> which) {
    var dates = new Dates(clock.instant());
    Directory directory = agencies.directory();
    return sorts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .sorted(
            Comparator.comparing(
                (Map.Entry<Sort, List<Instant>> entry) -> -entry.getValue().size()))
        .map(entry ->
            new WaitingView.Row(
                names(directory, entry.getKey().keepers(), ", "),
                entry.getValue().size(),
                dates.ago(entry.getValue().stream().min(Comparator.naturalOrder()).orElseThrow()),
                names(directory, entry.getKey().deciders(), " or ")))
        .toList();
  }

  private static String names(Directory directory, Set<AgencyId> agencies, String between) {
    return agencies.stream()
        .map(id -> directory.get(id).name())
        .sorted()
        .collect(Collectors.joining(between));
  }
}
