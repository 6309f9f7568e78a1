package org.closeknit.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.audit.Asker;
import org.closeknit.caseteam.Involvement;
import org.closeknit.child.AwaitedWord;
import org.closeknit.child.Child;
import org.closeknit.child.Children;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Numbers;
import org.closeknit.person.RecordId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody, in the words of their day. */
@Component
class MyDay {
  /** What may wait longer has no clock. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Notices notices;
  private final Children children;
  private final Agencies agencies;
  private final InstantSource clock;

  MyDay(Notices notices, Children children, Agencies agencies, InstantSource clock) {
    this.notices = notices;
    this.children = children;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  public DayView of(Asker.Worker worker) {
    var dates = new Dates(clock.instant());
    List<Notice> waiting = notices.worklistAndHad(worker.staff());
    Map<RecordId, Child> who =
        waiting.isEmpty()
            ? Map.of()
            : children.behind(
                worker,
                waiting.stream().flatMap(one -> one.record().stream()).distinct().toList(),
                "listed notices");
    notices.seen(waiting.stream().filter(one -> one.seenAt().isEmpty()).map(Notice::id).toList());
    List<DayView.Card> cards =
        waiting.stream()
            .map(notice ->
                card(
                    notice,
                    notice.record().flatMap(one -> Optional.ofNullable(who.get(one))),
                    dates,
                    worker.agency()))
            .toList();
    return new DayView(
        dates.longDay(dates.today()),
        sentence(waiting, dates),
        dates.time(clock.instant()),
        cards,
        awaited(worker, dates),
        children.mine(worker).stream().map(child -> child(child, dates)).toList(),
        children.answersForAll(worker),
        agencies.get(worker.agency().id()).emergencyPhone());
  }

  private List<DayView.Awaited> awaited(Asker.Worker worker, Dates dates) {
    List<AwaitedWord> awaited = children.awaited(worker);
    if (awaited.isEmpty()) {
      return List.of();
    }
    Directory byId = agencies.directory();
    return awaited.stream()
        .map(one ->
            new DayView.Awaited(
                "/children/" + one.child().id() + "#team",
                one.child().familyName().toUpperCase(java.util.Locale.UK),
                one.child().givenNames(),
                one.waiting().stream().map(who -> words(who, byId, dates)).toList()))
        .toList();
  }

  private static String words(Involvement one, Directory byId, Dates dates) {
    return one.workerName()
        + ", "
        + one.role()
        + ", "
        + byId.get(one.agency()).name()
        + ", since "
        + dates.day(one.from());
  }

  private static DayView.Line child(Child child, Dates dates) {
    return new DayView.Line(
        "/children/" + child.id(),
        child.familyName().toUpperCase(java.util.Locale.UK),
        child.givenNames(),
        child
            .birthDate()
            .map(born ->
                dates.partial(born.iso()).lead() + " (" + dates.shortAge(born.earliest()) + ")")
            .orElse("birth date not known yet"));
  }

  private static String sentence(List<Notice> notices, Dates dates) {
    List<Notice> open = notices.stream().filter(one -> one.acknowledged().isEmpty()).toList();
    if (open.isEmpty()) {
      return "Nothing is waiting for you now.";
    }
    String things = Numbers.count(open.size(), "thing waits", "things wait") + " for your answer";
    return open.stream()
        .filter(one -> !one.toDesk() && one.record().isPresent())
        .filter(one -> one.dueAt().isBefore(one.raisedAt().plus(A_DAY)))
        .map(Notice::dueAt)
        .min(Instant::compareTo)
        .map(first -> things + ", the first until " + dates.time(first) + ".")
        .orElse(things + ".");
  }

  private static DayView.Card card(
      Notice notice, Optional<Child> child, Dates dates, Agency agency) {
    String name = child.map(Child::called).orElse("A child");
    String headline = notice.headline().replace("{child}", name);
    for (Map.Entry<String, String> fact : notice.facts().entrySet()) {
      headline = headline.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return new DayView.Card(
        notice.id(),
        notice.count(),
        notice.kind().equals("access"),
        headline.substring(0, 1).toUpperCase(java.util.Locale.UK) + headline.substring(1),
        child.map(Child::listed).orElse(""),
        story(notice, dates),
        notice.before().map(before -> before(before, dates)).orElse(""),
        movesOn(notice, dates, agency),
        notice
            .acknowledged()
            .map(had -> had.name() + " has this since " + dates.time(had.at()))
            .orElse(""),
        notice.answer().orElse(""),
        notice.facts().getOrDefault("phone", ""),
        notice.facts().getOrDefault("place", ""),
        child.map(one -> "/children/" + one.id()).orElse(""));
  }

  private static String story(Notice notice, Dates dates) {
    String why = notice.facts().getOrDefault("why", "");
    String who = notice.facts().getOrDefault("who", "");
    String role = notice.facts().getOrDefault("role", "");
    String asked =
        who.isEmpty() || !notice.kind().equals("access")
            ? whose(role, notice.facts().getOrDefault("place", ""))
            : asked(notice, dates) + "by " + who + (role.isEmpty() ? "" : ", " + role) + ". ";
    return (why.isEmpty() ? "" : why + ". ")
        + asked
        + (notice.count() > 1 ? "First told " : "Told ")
        + dates.moment(notice.raisedAt())
        + ".";
  }

  private static String asked(Notice notice, Dates dates) {
    return notice.count() > 1
        ? "Asked " + notice.count() + " times, last " + dates.moment(notice.toldAt()) + " "
        : "Asked ";
  }

  private static String before(Notice.Before before, Dates dates) {
    return "Before that "
        + before.name()
        + " answered, "
        + dates.moment(before.at())
        + ": “"
        + before.answer().orElse("I have this.")
        + "”";
  }

  /** Of somebody whom the headline names. */
  private static String whose(String role, String place) {
    return role.isEmpty() || place.isEmpty()
        ? ""
        : role.substring(0, 1).toUpperCase(java.util.Locale.UK)
            + role.substring(1)
            + ", "
            + place
            + ". ";
  }

  private static String movesOn(Notice notice, Dates dates, Agency agency) {
    if (notice.acknowledged().isPresent() || notice.record().isEmpty()) {
      return "";
    }
    if (notice.escalatedAt().isPresent()) {
      return "Nobody answered in time. It went to the duty desk at "
          + dates.time(notice.escalatedAt().get())
          + ".";
    }
    if (notice.toDesk()) {
      return "It is with the duty desk of " + agency.name() + ".";
    }
    if (!notice.dueAt().isBefore(notice.raisedAt().plus(A_DAY))) {
      return "";
    }
    return "No one has answered yet. Goes to the duty desk at "
        + dates.time(notice.dueAt())
        + " ("
        + dates.until(notice.dueAt())
        + ").";
  }

  /**
   * "I have this." False where the notice is not for this person. Where it has grown since it was
   * shown it waits on, and is shown as it is now.
   *
   * @param shown how often it had been raised when it was shown
   */
  @Transactional
  public boolean have(Asker.Worker worker, UUID id, int shown) {
    Optional<Notice> notice = notices.findFor(worker.staff(), id);
    notice.filter(one -> one.count() <= shown).ifPresent(one -> notices.acknowledge(worker, one));
    return notice.isPresent();
  }

  @Transactional
  public boolean answer(Asker.Worker worker, UUID id, int shown, String words) {
    Optional<Notice> notice = notices.findFor(worker.staff(), id);
    notice.filter(one -> one.count() <= shown).ifPresent(one -> notices.answer(worker, one, words));
    return notice.isPresent();
  }
}
