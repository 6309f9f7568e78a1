package org.closeknit.chronology;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Look;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.child.Children;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a child, as far as each reader may know who is involved. */
@Component
class LooksReading {
  private static final int MOST = 500;

  private final Children children;
  private final Agencies agencies;
  private final CaseTeams teams;
  private final Audit audit;
  private final InstantSource clock;

  LooksReading(
      Children children, Agencies agencies, CaseTeams teams, Audit audit, InstantSource clock) {
    this.children = children;
    this.agencies = agencies;
    this.teams = teams;
    this.audit = audit;
    this.clock = clock;
  }

  /** For those who work with the child, and for the officer of an agency that keeps a record. */
  @Transactional
  public Optional<LooksView> all(Asker.Worker worker, ChildId id) {
    boolean officer = worker.role() == Role.INFORMATION_GOVERNANCE_OFFICER;
    return children
        .open(worker, id, officer ? Purpose.OVERSIGHT : Purpose.CASEWORK)
        .flatMap(permit ->
            children
                .read(permit)
                .map(child -> {
                  var dates = new Dates(clock.instant());
                  Directory byId = agencies.directory();
                  List<Look> looks = looks(permit, officer, Instant.EPOCH, MOST);
                  return new LooksView(
                      child,
                      Identity.facts(child, dates),
                      lines(looks, byId, dates, MOST),
                      shared(looks, permit, byId, dates),
                      officer,
                      worker.name(),
                      dates.day(dates.today()) + ", " + dates.time(clock.instant()),
                      ChildReading.links(child));
                }));
  }

  /** The last of them, beside the child's history. */
  List<ChildView.LookLine> lately(Permit permit, Instant since, int most) {
    return lines(
        looks(permit, false, since, 50), agencies.directory(), new Dates(clock.instant()), most);
  }

  private List<Look> looks(Permit permit, boolean officer, Instant since, int most) {
    var records = permit.records(Item.PEOPLE);
    if (officer) {
      return audit.everyLookAt(records, since, most).stream().filter(Look::isOfTheFile).toList();
    }
    List<Involvement> ever = teams.ever(permit.everyRecord());
    Predicate<Look> may = look -> look.isFromCare() || permit.mayHearOfLooksBy(look.agency(), ever);
    return audit.looksAt(records, since, most).stream()
        .filter(Look::isOfTheFile)
        .filter(may)
        .toList();
  }

  /** One line for each person and what they did, with the last time and how often. */
  private static List<ChildView.LookLine> lines(
      List<Look> looks, Directory byId, Dates dates, int most) {
    Map<String, List<Look>> alike = new LinkedHashMap<>();
    looks.forEach(look ->
        alike
            .computeIfAbsent(who(look, byId) + look.inWords(), unused -> new ArrayList<>())
            .add(look));
    return alike.values().stream()
        .limit(most)
        .map(same -> {
          Look last = same.getFirst();
          String when = dates.moment(last.at());
          return new ChildView.LookLine(
              who(last, byId),
              same.size() == 1
                  ? when
                  : when + ", " + Numbers.count(same.size(), "time", "times") + " in all",
              last.inWords() + (last.silent() ? " (planned care)" : ""));
        })
        .toList();
  }

  private static String who(Look look, Directory byId) {
    String agency = byId.get(look.agency()).name();
    var parts = new ArrayList<String>(List.of(look.name()));
    if (!look.role().isBlank()) {
      parts.add(look.role());
    }
    if (!look.name().endsWith(agency)) {
      parts.add(agency);
    }
    return String.join(", ", parts);
  }

  /** What other agencies were shown, from when to when, and what was agreed on it. */
  private static List<LooksView.Shared> shared(
      List<Look> looks, Permit permit, Directory byId, Dates dates) {
    Map<AgencyId, List<Look>> others = new LinkedHashMap<>();
    looks.stream()
        .filter(look -> !look.agency().equals(permit.asker().agency().id()))
        .forEach(
            look -> others.computeIfAbsent(look.agency(), unused -> new ArrayList<>()).add(look));
    return others.entrySet().stream()
        .map(one -> {
          List<Look> same = one.getValue();
          LocalDate last = day(same.getFirst());
          LocalDate first = day(same.getLast());
          return new LooksView.Shared(
              byId.get(one.getKey()).name(),
              String.join("; ", new TreeSet<>(same.stream().map(LooksReading::what).toList())),
              first.equals(last) ? dates.day(last) : dates.period(first, last).lead(),
              basis(permit.basis(one.getKey(), last)));
        })
        .toList();
  }

  static String what(Look look) {
    return look.action().equals("asked the health check")
        ? "whether there is a plan, its dates, and whom to call"
        : "what the agencies have agreed to share of the record";
  }

  private static String basis(List<String> purposes) {
    return purposes.isEmpty()
        ? "No agreement: their own record alone"
        : "The agreement “" + String.join("”, “", purposes) + "”";
  }

  private static LocalDate day(Look look) {
    return look.at().atZone(Dates.ZONE).toLocalDate();
  }
}
