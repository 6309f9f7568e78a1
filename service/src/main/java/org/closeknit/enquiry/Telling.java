package org.closeknit.enquiry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closeknit.access.Seal;
import org.closeknit.access.Terms;
import org.closeknit.agency.StaffId;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.CaseTeams;
import org.closeknit.caseteam.Involvement;
import org.closeknit.caseteam.Member;
import org.closeknit.notice.NewNotice;
import org.closeknit.notice.Notices;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.closeknit.plan.Statuses;
import org.springframework.stereotype.Component;

/**
 * Keeps an unscheduled check as an access and tells of it: each council that holds a status, and
 * the case team.
 */
@Component
class Telling {
  private final Accesses accesses;
  private final Plans plans;
  private final CaseTeams teams;
  private final Notices notices;

  Telling(Accesses accesses, Plans plans, CaseTeams teams, Notices notices) {
    this.accesses = accesses;
    this.plans = plans;
    this.teams = teams;
    this.notices = notices;
  }

  /** By what the notices of an access are known: the same again grows them. */
  static String key(UUID access) {
    return "access " + access;
  }

  /**
   * Keeps the access, and tells under the first of its episode, which is returned: what one place
   * asks within a day is one notice that grows.
   */
  UUID tell(UUID id, Findings.Asking now, ChildRecords child) {
    return tell(id, now, child, plans.of(child));
  }

  /** The same, by what is already read of the child. */
  UUID tell(UUID id, Findings.Asking now, ChildRecords child, Statuses statuses) {
    List<RecordId> held = statuses.heldOn(now.today());
    RecordId place = held.isEmpty() ? child.ids().getFirst() : held.getFirst();
    Accesses.Episode episode = accesses.keep(id, now.at(), now.question(), child, place);
    tell(episode, now, child, held);
    return episode.first();
  }

  private void tell(
      Accesses.Episode episode, Findings.Asking asking, ChildRecords child, List<RecordId> held) {
    Question question = asking.question();
    Set<AgencyId> holders = holders(asking.terms(), child, held);
    Map<AgencyId, Set<StaffId>> told = new LinkedHashMap<>();
    holders.forEach(holder -> told.put(holder, new LinkedHashSet<>()));
    for (Member member : teams.members(child, asking.today())) {
      Involvement one = member.involvement();
      if (holders.contains(one.agency()) || asking.terms().tells(one, child)) {
        member
            .staff()
            .filter(staff -> !staff.toString().equals(question.asker().actor()))
            .ifPresent(staff ->
                told.computeIfAbsent(one.agency(), agency -> new LinkedHashSet<>()).add(staff));
      }
    }
    told.forEach((agency, staff) ->
        notices.raise(notice(episode, asking.at(), question, child, agency, List.copyOf(staff))));
  }

  /** Those who hold a status, and the keepers of restricted records. */
  private static Set<AgencyId> holders(Terms terms, ChildRecords child, List<RecordId> held) {
    Set<AgencyId> holders = new LinkedHashSet<>(Seal.restrictedBy(child));
    child.records().stream()
        .filter(record -> held.contains(record.id()))
        .map(AgencyRecord::keeper)
        .filter(terms::hasAgreedWith)
        .forEach(holders::add);
    return holders;
  }

  private static NewNotice notice(
      Accesses.Episode episode,
      Instant at,
      Question question,
      ChildRecords child,
      AgencyId agency,
      List<StaffId> staff) {
    Asker asker = question.asker();
    boolean here = question.presence() == Presence.HERE;
    var facts = new LinkedHashMap<String, String>();
    facts.put("who", asker.name());
    facts.put("role", asker.roleWords());
    facts.put("place", asker.agency().name());
    facts.put("phone", asker.agency().officePhone());
    facts.put("why", reasons(episode));
    facts.put("when", at.toString());
    facts.put("present", here ? "yes" : "no");
    return new NewNotice(
        "access",
        key(episode.first()),
        child,
        child.keptBy(agency).stream().map(AgencyRecord::id).findFirst(),
        agency,
        staff,
        Seal.restrictedBy(child).contains(agency),
        headline(here, episode),
        facts);
  }

  /** Somebody who asks again, by telephone perhaps, does not hide that the child was there. */
  private static String headline(boolean here, Accesses.Episode episode) {
    if (here) {
      return "{child} is at {place}";
    }
    return episode.here()
        ? "{child} has been at {place}, which asked again"
        : "{place} asked about {child}";
  }

  private static String reasons(Accesses.Episode episode) {
    return episode.reasons().stream()
        .map(WhyHere::words)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
