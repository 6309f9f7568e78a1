package org.closeknit.enquiry;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.match.Details;
import org.closeknit.notice.Notice;
import org.closeknit.notice.Notices;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Sign;
import org.closeknit.pages.Tag;
import org.closeknit.person.AgencyId;
import org.closeknit.person.PartialDate;
import org.springframework.stereotype.Component;

/** Makes the page of an answer: what was typed, what is held, whom to call, who knows. */
@Component
class AnswerPages {
  private final Agencies agencies;
  private final Notices notices;
  private final CheckSettings settings;
  private final InstantSource clock;

  AnswerPages(Agencies agencies, Notices notices, CheckSettings settings, InstantSource clock) {
    this.agencies = agencies;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  AnswerPage of(Asker.Worker worker, Given given) {
    var dates = new Dates(clock.instant());
    Typed typed = typed(given.asked());
    var wording =
        new Wording(
            typed.given().isBlank() ? "This child" : typed.given(),
            dates,
            given.presence() == Presence.PLANNED);
    List<Holding> holdings = holdings(given.answer());
    Optional<Answer.Findings> findings = findings(given.answer());
    return new AnswerPage(
        given.id().toString(),
        typed.surname(),
        typed.given(),
        typed.surname().isBlank() ? "Name not given" : "",
        facts(given.asked(), dates),
        wording.block(given.answer()),
        calls(given, holdings, wording),
        councils(holdings).size() > 1 ? wording.whichFirst(holdings) : "",
        findings.map(one -> bands(one, dates)).orElse(List.of()),
        findings.map(one -> visits(one, dates)).orElse(new AnswerPage.Visits(false, "", List.of())),
        next(worker, given),
        knows(given, holdings, dates),
        knowsWords(given),
        findings.map(one -> askedBefore(one, dates)).orElse(List.of()),
        fresh(given.answer(), dates));
  }

  /** Today's own checks, by what was typed: what was answered takes a look of its own. */
  List<AnswerPage.Checked> checked(List<KeptQuestion> today) {
    return today.stream().map(this::checked).toList();
  }

  private AnswerPage.Checked checked(KeptQuestion question) {
    var dates = new Dates(clock.instant());
    Typed typed = typed(question.asked());
    return new AnswerPage.Checked(
        question.id().toString(),
        typed.surname(),
        typed.given(),
        typed.number(),
        Stream.of(dates.time(question.at()), question.why().words())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  /** The page of an answer that no longer stands: what was typed, and when. */
  AnswerPage.Checked changed(KeptQuestion question) {
    return checked(question);
  }

  private record Typed(String surname, String given, String number) {}

  private static Typed typed(Asked asked) {
    return switch (asked) {
      case Asked.ByNumber by -> new Typed("", "", Numbers.nhs(by.number().digits()));
      case Asked.ByChi by -> new Typed("", "", Numbers.chi(by.number().digits()));
      case Asked.ByDetails(Details by) -> new Typed(by.familyName(), by.givenNames(), "");
    };
  }

  private static List<Fact> facts(Asked asked, Dates dates) {
    return switch (asked) {
      case Asked.ByNumber by ->
          List.of(
              born(by.birthDate(), dates),
              new Fact("NHS number", Numbers.nhs(by.number().digits())));
      case Asked.ByChi by ->
          List.of(
              born(by.birthDate(), dates),
              new Fact("CHI number", Numbers.chi(by.number().digits())));
      case Asked.ByDetails(Details by) ->
          List.of(
              born(Optional.of(by.birthDate()), dates), Fact.missing("NHS number", "not given"));
    };
  }

  private static Fact born(Optional<PartialDate> born, Dates dates) {
    return born.map(date ->
            new Fact(
                "Born",
                dates.partial(date.iso()).lead()
                    + (date.isDay() ? " (" + dates.shortAge(date.earliest()) + ")" : "")))
        .orElse(Fact.missing("Born", "not given"));
  }

  private static Optional<Answer.Findings> findings(Answer answer) {
    return switch (answer) {
      case Answer.Held held -> Optional.of(held.findings());
      case Answer.HeldBySeveral several -> Optional.of(several.findings());
      case Answer.NothingHeld unused -> Optional.empty();
      case Answer.NotMatched unused -> Optional.empty();
      case Answer.Ambiguous unused -> Optional.empty();
      case Answer.SourceLate unused -> Optional.empty();
      case Answer.TooManyChildren unused -> Optional.empty();
    };
  }

  private static List<Holding> holdings(Answer answer) {
    return findings(answer).map(Answer.Findings::holdings).orElse(List.of());
  }

  private List<AnswerPage.Call> calls(Given given, List<Holding> holdings, Wording wording) {
    Map<AgencyId, List<Holding>> byCouncil = new LinkedHashMap<>();
    holdings.forEach(
        one -> byCouncil.computeIfAbsent(one.council(), council -> new ArrayList<>()).add(one));
    var calls = new ArrayList<AnswerPage.Call>();
    byCouncil.values().forEach(all -> calls.add(call(given, all, wording)));
    perhaps(given.answer())
        .ifPresent(
            contact -> calls.add(call(contact, "About a record that may be this child’s. ")));
    if (given.answer() instanceof Answer.SourceLate late) {
      late.late().forEach(source -> calls.add(call(source.contact(), "Ask yourself. ")));
    }
    return calls;
  }

  private static Optional<Contact> perhaps(Answer answer) {
    return answer instanceof Answer.Ambiguous ambiguous
        ? ambiguous.perhaps()
        : findings(answer).flatMap(Answer.Findings::perhaps);
  }

  private AnswerPage.Call call(Given given, List<Holding> all, Wording wording) {
    Contact contact = all.getFirst().contact();
    boolean here = given.presence() == Presence.HERE && all.getFirst().current();
    AnswerPage.Call call =
        call(contact, here ? "Call before " + wording.inSentence() + " leaves. " : "");
    return new AnswerPage.Call(
        call.name(),
        call.number(),
        all.stream()
            .map(one ->
                new AnswerPage.Held(
                    wording.kind(one.kind()),
                    one.current() ? Tag.CURRENT : Tag.ENDED,
                    wording.dates(one)))
            .toList(),
        call.words(),
        call.after());
  }

  private AnswerPage.Call call(Contact contact, String before) {
    Contact.Line line = contact.answering(clock.instant());
    return new AnswerPage.Call(
        contact.name(), line.phone(), List.of(), before + line.words(), line.otherwise());
  }

  private static List<AgencyId> councils(List<Holding> holdings) {
    return holdings.stream().map(Holding::council).distinct().toList();
  }

  private static List<String> bands(Answer.Findings findings, Dates dates) {
    return findings.late().stream()
        .map(source ->
            source
                    .heard()
                    .map(at ->
                        "%s’s list is old: it came %s."
                            .formatted(source.contact().name(), dates.moment(at)))
                    .orElse(source.contact().name() + " has sent no list yet.")
                + " There may be more than stands here.")
        .toList();
  }

  private static AnswerPage.Visits visits(Answer.Findings findings, Dates dates) {
    var since = dates.today().minusMonths(12);
    List<Answer.EarlierVisit> year =
        findings.visits().stream().filter(one -> one.day().latest().isAfter(since)).toList();
    long places = year.stream().map(Answer.EarlierVisit::place).distinct().count();
    return new AnswerPage.Visits(
        true,
        findings.visits().isEmpty()
            ? "None that was sent to us."
            : "%d in the last 12 months, at %s."
                .formatted(year.size(), Numbers.count(places, "place", "places")),
        findings.visits().stream()
            .map(one ->
                new AnswerPage.Visit(
                    dates.partial(one.day().iso()).lead(),
                    Sign.of(one.sign()),
                    one.place(),
                    one.reason()))
            .toList());
  }

  private AnswerPage.Next next(Asker.Worker worker, Given given) {
    Answer answer = given.answer();
    boolean again = answer instanceof Answer.NotMatched;
    boolean addFact =
        answer instanceof Answer.Ambiguous(Optional<Contact> perhaps) && perhaps.isEmpty();
    var phones = new ArrayList<AnswerPage.Phone>();
    agencies.staffOf(worker.agency().id()).stream()
        .filter(staff -> staff.role() == Role.NAMED_NURSE && !staff.phone().isBlank())
        .findFirst()
        .ifPresent(nurse ->
            phones.add(
                new AnswerPage.Phone(
                    "Talk to your named nurse, " + nurse.name(), nurse.name(), nurse.phone())));
    sources(answer).stream()
        .map(Answer.Source::contact)
        .forEach(council ->
            phones.add(
                new AnswerPage.Phone(
                    "Or call children’s services where the child lives: " + council.name(),
                    council.name(),
                    council.answering(clock.instant()).phone())));
    if (!settings.noAnswerPhone().isBlank() && (again || addFact)) {
      phones.add(
          new AnswerPage.Phone(
              "Still worried, and no answer? Call the duty desk",
              "the duty desk",
              settings.noAnswerPhone()));
    }
    return new AnswerPage.Next(
        findings(answer).map(one -> !one.holdings().getFirst().current()).orElse(true),
        phones,
        again,
        addFact,
        typed(given.asked()).number());
  }

  private static List<Answer.Source> sources(Answer answer) {
    return switch (answer) {
      case Answer.NothingHeld nothing -> nothing.sources();
      case Answer.SourceLate late -> late.sources();
      case Answer.Held unused -> List.of();
      case Answer.HeldBySeveral unused -> List.of();
      case Answer.NotMatched unused -> List.of();
      case Answer.Ambiguous unused -> List.of();
      case Answer.TooManyChildren unused -> List.of();
    };
  }

  private List<AnswerPage.Knows> knows(Given given, List<Holding> holdings, Dates dates) {
    if (given.access().isEmpty() || holdings.isEmpty()) {
      return List.of();
    }
    return notices.raised(councils(holdings), Telling.key(given.access().get())).stream()
        .map(notice -> knows(notice, dates))
        .toList();
  }

  private AnswerPage.Knows knows(Notice notice, Dates dates) {
    String seen = notice.seenAt().map(at -> ", seen " + dates.time(at)).orElse(", not yet seen");
    return new AnswerPage.Knows(
        Sign.SOCIAL_CARE,
        agencies.get(notice.agency()).name(),
        "told " + dates.time(notice.raisedAt()) + (notice.acknowledged().isPresent() ? "." : seen),
        notice
            .acknowledged()
            .map(one -> one.name() + " answered " + dates.time(one.at()) + ":")
            .orElse(""),
        notice.acknowledged().isPresent() ? notice.answer().orElse("I have this.") : "");
  }

  /** True of a restricted child as of one whom nobody knows: it names nobody. */
  private static List<String> knowsWords(Given given) {
    var words = new ArrayList<String>();
    if (given.presence() == Presence.PLANNED) {
      words.add("Nobody was told: this is planned care. Your look is kept in the record.");
      return words;
    }
    switch (given.answer()) {
      case Answer.NotMatched unused -> {
        words.add("Nobody was told: we do not know whom this is about.");
        words.add("Your try is kept in the record.");
      }
      case Answer.Ambiguous(Optional<Contact> perhaps) ->
          words.add(
              perhaps.isPresent() ? "Your check is kept in the record." : "Nobody was told yet.");
      case Answer.TooManyChildren unused -> words.add("Your try is kept in the record.");
      case Answer.NothingHeld unused -> nothingHeld(given, words);
      case Answer.SourceLate unused -> nothingHeld(given, words);
      case Answer.Held unused -> {}
      case Answer.HeldBySeveral unused -> {}
    }
    return words;
  }

  private static void nothingHeld(Given given, List<String> words) {
    words.add("This answer names nobody who was told. Your check is kept.");
    if (given.presence() == Presence.HERE) {
      words.add("This visit will stand in the child’s history for the next person who asks.");
    }
  }

  private static List<AnswerPage.Line> askedBefore(Answer.Findings findings, Dates dates) {
    return findings.askedBefore().stream()
        .map(one ->
            new AnswerPage.Line(
                one.you() ? "You" : "",
                one.you()
                    ? one.agency()
                    : String.join(
                        ", ",
                        java.util.stream.Stream.of(one.name(), one.role(), one.agency())
                            .filter(word -> !word.isBlank())
                            .toList()),
                dates.moment(one.at())))
        .toList();
  }

  private static List<AnswerPage.Line> fresh(Answer answer, Dates dates) {
    return sources(answer).stream()
        .map(source -> new AnswerPage.Line("", source.contact().name(), moment(source, dates)))
        .toList();
  }

  private static String moment(Answer.Source source, Dates dates) {
    return source.heard().map(dates::moment).orElse("no list yet");
  }
}
