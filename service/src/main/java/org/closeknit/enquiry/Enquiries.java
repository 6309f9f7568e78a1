package org.closeknit.enquiry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.closeknit.access.Access;
import org.closeknit.access.Permit;
import org.closeknit.access.Purpose;
import org.closeknit.audit.Asker;
import org.closeknit.audit.Audit;
import org.closeknit.audit.Entry;
import org.closeknit.match.Found;
import org.closeknit.match.People;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;
import org.closeknit.plan.Plans;
import org.closeknit.plan.Statuses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The health check. An answer, its audit entry, its access and its notices commit together, or none
 * of them does.
 */
@Component
public class Enquiries {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** After which the one who asks hears that there is no answer; a page gives up after 8. */
  private static final int SECONDS = 5;

  private final People people;
  private final Access access;
  private final Audit audit;
  private final Plans plans;
  private final Carriers carriers;
  private final Findings findings;
  private final Accesses accesses;
  private final GivenAnswers given;
  private final Telling telling;
  private final DailyNumber daily;
  private final InstantSource clock;

  Enquiries(
      People people,
      Access access,
      Audit audit,
      Plans plans,
      Carriers carriers,
      Findings findings,
      Accesses accesses,
      GivenAnswers given,
      Telling telling,
      DailyNumber daily,
      InstantSource clock) {
    this.people = people;
    this.access = access;
    this.audit = audit;
    this.plans = plans;
    this.carriers = carriers;
    this.findings = findings;
    this.accesses = accesses;
    this.given = given;
    this.telling = telling;
    this.daily = daily;
    this.clock = clock;
  }

  /** Answers, and does all that an answer brings with it; throws where that cannot be done. */
  @Transactional(timeout = SECONDS)
  public Given ask(Question question) {
    Optional<ShownAgain> same =
        given.ofSameLook(question).map(kept -> again(question.asker(), kept));
    if (same.isPresent() && same.get() instanceof ShownAgain.Stands(Given unchanged)) {
      return unchanged;
    }
    Findings.Asking now = asking(question, Optional.empty());
    UUID id = UUID.randomUUID();
    Answered answered = answer(id, now);
    var result =
        new Given(
            id,
            now.at(),
            question.asked(),
            question.why(),
            question.presence(),
            answered.access(),
            answered.answer());
    given.keep(question, result, answered.visit());
    return result;
  }

  /**
   * An answer that one has had within a day, as far as it still stands; nobody reads another's.
   * Each reading is authorised and kept as a look of its own, and nobody is told again.
   */
  @Transactional(timeout = SECONDS)
  Optional<ShownAgain> again(Asker asker, UUID id) {
    return given.find(asker, id).map(kept -> again(asker, kept));
  }

  private ShownAgain again(Asker asker, GivenAnswers.Row kept) {
    KeptQuestion question = kept.question();
    Answer answer =
        answer(question.id(), asking(question.by(asker), Optional.of(question))).answer();
    return kept.answered(answer)
        ? new ShownAgain.Stands(question.with(answer))
        : new ShownAgain.Changed(question);
  }

  private Findings.Asking asking(Question question, Optional<KeptQuestion> again) {
    return new Findings.Asking(
        question,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        access.terms(question.asker()),
        again);
  }

  /** What one typed, to be typed again. */
  @Transactional(readOnly = true)
  Optional<Asked> typed(Asker asker, UUID id) {
    return given.find(asker, id).map(kept -> kept.question().asked());
  }

  /** What one asked today, the latest first. */
  @Transactional(readOnly = true)
  List<KeptQuestion> today(Asker asker) {
    return given.since(asker, today().atStartOfDay(LONDON).toInstant());
  }

  /**
   * An answer, the access under which others are told of it, and whether a visit is to be written.
   */
  private record Answered(Answer answer, Optional<UUID> access, boolean visit) {
    static Answered untold(Answer answer) {
      return new Answered(answer, Optional.empty(), false);
    }
  }

  private Answered answer(UUID id, Findings.Asking now) {
    return switch (found(now.question().asked())) {
      case Found.None unused -> nobody(id, now);
      case Found.Several several -> several(id, now, several.children());
      case Found.One one -> one(id, now, one, List.of());
    };
  }

  private Found found(Asked asked) {
    return switch (asked) {
      case Asked.ByNumber by -> people.byNumber(by.number());
      case Asked.ByChi by -> people.byChi(by.number());
      case Asked.ByDetails by -> people.byDetails(by.details());
    };
  }

  /** A number that no agency knows is answered; details that fit nobody are not. */
  private Answered nobody(UUID id, Findings.Asking now) {
    if (now.question().asked() instanceof Asked.ByDetails) {
      write(now, "nobody fits", List.of());
      return Answered.untold(new Answer.NotMatched(false));
    }
    if (daily.reached(now, List.of())) {
      return refuse(now);
    }
    write(now, "allowed: nobody known", List.of());
    if (now.tells()) {
      accesses.keep(id, now.at(), now.question());
    }
    return new Answered(findings.nothing(now), Optional.empty(), here(now));
  }

  /** Sealed children take no part in what is answered; their keepers hear of it all the same. */
  private Answered several(UUID id, Findings.Asking now, List<ChildRecords> children) {
    if (daily.reached(now, children)) {
      return refuse(now);
    }
    List<ChildRecords> open = children.stream().filter(child -> !now.sealed(child)).toList();
    List<ChildRecords> sealed = children.stream().filter(now::sealed).toList();
    tellOfEach(now, sealed);
    if (open.isEmpty()) {
      write(now, "allowed", ids(sealed));
      return new Answered(findings.nothing(now), Optional.empty(), here(now));
    }
    if (open.size() == 1) {
      return one(id, now, people.only(open.getFirst()), ids(sealed));
    }
    if (now.question().asked() instanceof Asked.ByDetails) {
      write(now, "more than one fits", ids(sealed));
      return Answered.untold(new Answer.Ambiguous(Optional.empty()));
    }
    return underOneNumber(id, now, carriers.heldFirst(now, open), ids(sealed));
  }

  /** All that is held under the number is told, and that some of it may be another child's. */
  private Answered underOneNumber(
      UUID id, Findings.Asking now, List<ChildRecords> carrying, List<RecordId> sealed) {
    Optional<ChildRecords> fitting = carriers.fitting(now, carrying);
    ChildRecords asked = fitting.orElse(carrying.getFirst());
    List<RecordId> beside =
        Stream.concat(ids(carrying).stream(), sealed.stream())
            .filter(record -> asked.record(record).isEmpty())
            .toList();
    Permit permit =
        access.check(
            now.question().asker(),
            asked,
            beside,
            now.question().presence().silent(),
            now.outcome("more than one fits"),
            now.terms());
    Optional<UUID> told = Optional.empty();
    if (now.tells()) {
      told = Optional.of(telling.tell(id, now, carrying.getFirst()));
      tellOfEach(now, carrying.subList(1, carrying.size()));
    }
    Answer answer =
        fitting.isPresent()
            ? findings.of(now, permit, carrying)
            : new Answer.Ambiguous(Optional.of(findings.whomToCall(now, carrying)));
    return new Answered(answer, told, now.tells() && here(now));
  }

  private void tellOfEach(Findings.Asking now, List<ChildRecords> children) {
    if (now.tells()) {
      children.forEach(child -> telling.tell(UUID.randomUUID(), now, child));
    }
  }

  private static List<RecordId> ids(List<ChildRecords> children) {
    return children.stream().flatMap(child -> child.ids().stream()).toList();
  }

  private Answered refuse(Findings.Asking now) {
    write(now, "refused: too many children today", List.of());
    return Answered.untold(new Answer.TooManyChildren(now.question().asker().dailyChildren()));
  }

  private Answered one(UUID id, Findings.Asking now, Found.One one, List<RecordId> beside) {
    ChildRecords child = one.child();
    Asker asker = now.question().asker();
    if (daily.reached(now, List.of(child))) {
      return refuse(now);
    }
    if (!carriers.bornAsTyped(now, child)) {
      write(now, "the birth date disagrees", beside);
      return Answered.untold(new Answer.NotMatched(true));
    }
    boolean silent = now.question().presence().silent();
    Permit permit = access.check(asker, child, beside, silent, now.outcome("allowed"), now.terms());
    Statuses statuses = plans.of(child);
    if (!now.tells()) {
      return Answered.untold(findings.of(now, permit, statuses, one.perhaps()));
    }
    UUID standing = telling.tell(id, now, child, statuses);
    return new Answered(
        findings.of(now, permit, statuses, one.perhaps()), Optional.of(standing), here(now));
  }

  private static boolean here(Findings.Asking now) {
    return now.question().presence() == Presence.HERE;
  }

  /** A try that opened nobody is kept as well. */
  private void write(Findings.Asking now, String outcome, List<RecordId> about) {
    audit.write(
        new Entry(
            now.question().asker(),
            "asked the health check",
            Purpose.HEALTH_CHECK.words(),
            now.outcome(outcome),
            Optional.empty(),
            about,
            now.question().presence().silent(),
            ""));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LONDON);
  }
}
