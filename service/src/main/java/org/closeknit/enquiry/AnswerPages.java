package org.closeknit.enquiry;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.audit.Asker;
import org.closeknit.match.Details;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Sign;
import org.closeknit.person.PartialDate;
import org.springframework.stereotype.Component;

/** Makes the page of an answer: what was typed, what is held, whom to call, who knows. */
@Component
class AnswerPages {
  private final WhomToCall whomToCall;
  private final WhoKnows whoKnows;
  private final InstantSource clock;

  AnswerPages(WhomToCall whomToCall, WhoKnows whoKnows, InstantSource clock) {
    this.whomToCall = whomToCall;
    this.whoKnows = whoKnows;
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
    List<Holding> holdings = given.answer().holdings();
    Optional<Answer.Findings> findings = given.answer().found();
    return new AnswerPage(
        given.id().toString(),
        typed.surname(),
        typed.given(),
        typed.surname().isBlank() ? "Name not given" : "",
        facts(given.asked(), dates),
        wording.block(given.answer()),
        whomToCall.calls(given, wording),
        holdings.stream().map(Holding::council).distinct().count() > 1
            ? wording.whichFirst(holdings)
            : "",
        findings.map(one -> bands(one, dates)).orElse(List.of()),
        findings.map(one -> visits(one, dates)).orElse(new AnswerPage.Visits(false, "", List.of())),
        next(worker, given),
        whoKnows.now(given, dates),
        WhoKnows.words(given),
        findings.map(one -> WhoKnows.askedBefore(one, dates)).orElse(List.of()),
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
      case Asked.ByDetails(Details by) ->
          new Typed(by.familyName().toUpperCase(Locale.UK), by.givenNames(), "");
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
    return new AnswerPage.Next(
        answer.found().map(one -> !one.holdings().getFirst().current()).orElse(true),
        whomToCall.otherwise(worker, answer),
        whomToCall.councils(answer),
        answer instanceof Answer.NotMatched,
        WhomToCall.needsOneMoreFact(answer),
        typed(given.asked()).number());
  }

  private static List<AnswerPage.Line> fresh(Answer answer, Dates dates) {
    return answer.sources().stream()
        .map(source -> new AnswerPage.Line("", source.contact().name(), moment(source, dates)))
        .toList();
  }

  private static String moment(Answer.Source source, Dates dates) {
    return source.heard().map(dates::moment).orElse("no list yet");
  }
}
