package org.closeknit.enquiry;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Role;
import org.closeknit.audit.Asker;
import org.closeknit.pages.Tag;
import org.closeknit.person.AgencyId;
import org.springframework.stereotype.Component;

/**
 * The numbers on an answer's page: of those who hold something, and of those who help otherwise.
 */
@Component
class WhomToCall {
  private final Agencies agencies;
  private final CheckSettings settings;
  private final InstantSource clock;

  WhomToCall(Agencies agencies, CheckSettings settings, InstantSource clock) {
    this.agencies = agencies;
    this.settings = settings;
    this.clock = clock;
  }

  List<AnswerPage.Call> calls(Given given, Wording wording) {
    Map<AgencyId, List<Holding>> byCouncil = new LinkedHashMap<>();
    given
        .answer()
        .holdings()
        .forEach(
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
        : answer.found().flatMap(Answer.Findings::perhaps);
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
        call.after(),
        call.afterNumber());
  }

  private AnswerPage.Call call(Contact contact, String before) {
    Contact.Line line = contact.answering(clock.instant());
    return new AnswerPage.Call(
        contact.name(),
        line.phone(),
        List.of(),
        before + line.words(),
        line.otherwise(),
        line.otherPhone());
  }

  /** Where the answer gives nobody to call who holds something. */
  List<AnswerPage.Phone> otherwise(Asker.Worker worker, Answer answer) {
    var phones = new ArrayList<AnswerPage.Phone>();
    agencies.staffOf(worker.agency().id()).stream()
        .filter(staff -> staff.role() == Role.NAMED_NURSE && !staff.phone().isBlank())
        .findFirst()
        .ifPresent(nurse ->
            phones.add(
                new AnswerPage.Phone(
                    "Talk to your named nurse, " + nurse.name(), nurse.name(), nurse.phone())));
    if (!settings.noAnswerPhone().isBlank()
        && (answer instanceof Answer.NotMatched
            || answer instanceof Answer.NotOpen
            || needsOneMoreFact(answer))) {
      phones.add(
          new AnswerPage.Phone(
              "Still worried, and no answer? Call the duty desk",
              "the duty desk",
              settings.noAnswerPhone()));
    }
    return phones;
  }

  /** Those on whose lists the answer rests, one of whom serves where the child lives. */
  List<AnswerPage.Phone> councils(Answer answer) {
    return answer.sources().stream()
        .map(Answer.Source::contact)
        .map(council ->
            new AnswerPage.Phone("", council.name(), council.answering(clock.instant()).phone()))
        .toList();
  }

  static boolean needsOneMoreFact(Answer answer) {
    return answer instanceof Answer.Ambiguous(Optional<Contact> perhaps) && perhaps.isEmpty();
  }
}
