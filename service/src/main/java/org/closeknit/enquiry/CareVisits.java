package org.closeknit.enquiry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.access.Seal;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.agency.Kind;
import org.closeknit.attendance.Arrival;
import org.closeknit.attendance.Attendances;
import org.closeknit.attendance.Setting;
import org.closeknit.match.Details;
import org.closeknit.match.Found;
import org.closeknit.match.NewRecord;
import org.closeknit.match.People;
import org.closeknit.match.PersonKind;
import org.closeknit.match.Taken;
import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.RecordId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the visits of children who were there while somebody asked, on the care setting's own
 * record of each child. After the answer, because making such a record waits its turn among the
 * submissions that are being matched, and an answer never does. One after the other, so that
 * however many wait they hold one connection.
 */
@Component
class CareVisits {
  private static final Logger LOG = LoggerFactory.getLogger(CareVisits.class);
  private static final int AT_ONCE = 50;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final GivenAnswers given;
  private final Accesses accesses;
  private final People people;
  private final Attendances attendances;
  private final Agencies agencies;
  private final TransactionTemplate transaction;

  CareVisits(
      GivenAnswers given,
      Accesses accesses,
      People people,
      Attendances attendances,
      Agencies agencies,
      TransactionTemplate transaction) {
    this.given = given;
    this.accesses = accesses;
    this.people = people;
    this.attendances = attendances;
    this.agencies = agencies;
    this.transaction = transaction;
  }

  /** Until none is due. What one instance leaves unfinished is due to the next that looks. */
  @Scheduled(fixedDelayString = "${closeknit.enquiry.write-visits-every:PT0.5S}")
  void writeDue() {
    List<UUID> due = given.visitsDue(AT_ONCE);
    while (!due.isEmpty()) {
      try {
        write(due);
      } catch (RuntimeException one) {
        // One of them cannot be written: it steps aside, and the others go on by themselves.
        due.forEach(this::writeOrLater);
      }
      due = due.size() < AT_ONCE ? List.of() : given.visitsDue(AT_ONCE);
    }
  }

  private void write(List<UUID> due) {
    transaction.executeWithoutResult(status -> writeAll(given.take(due)));
  }

  /** Whatever is wrong with one, others must not wait for it. */
  private void writeOrLater(UUID id) {
    try {
      write(List.of(id));
    } catch (RuntimeException broken) {
      LOG.error("A visit waits to be written: {}", broken.getClass().getName());
      transaction.executeWithoutResult(status -> given.visitLater(id, PAUSE));
    }
  }

  /** Whom an agency asked about; the same child asked about again is not made twice. */
  private record Whom(AgencyId agency, Object identity) {
    static Whom of(GivenAnswers.Due due) {
      return new Whom(
          due.agency(),
          switch (due.question().asked()) {
            case Asked.ByNumber by -> by.number();
            case Asked.ByChi by -> by.number();
            case Asked.ByDetails by -> by.details();
          });
    }
  }

  private void writeAll(List<GivenAnswers.Due> due) {
    Directory directory = agencies.directory();
    Map<UUID, RecordId> records = records(due, directory);
    accesses.belongTo(records);
    attendances.arrived(
        due.stream()
            .map(one -> {
              KeptQuestion question = one.question();
              return new Arrival(
                  question.id(),
                  Objects.requireNonNull(records.get(question.id())),
                  one.agency(),
                  question.at(),
                  setting(directory.get(one.agency())),
                  question.why().words(),
                  question.why() == WhyHere.INJURY);
            })
            .toList());
    given.visitsWritten(List.copyOf(records.keySet()));
  }

  /** The record of each question; those that are not there yet are made all at once. */
  private Map<UUID, RecordId> records(List<GivenAnswers.Due> due, Directory directory) {
    Map<UUID, RecordId> records = new LinkedHashMap<>();
    List<List<GivenAnswers.Due>> recordless = new ArrayList<>();
    Map<NhsNumber, List<ChildRecords>> byNumber = withTheirNumbers(due);
    due.stream()
        .collect(Collectors.groupingBy(Whom::of, LinkedHashMap::new, Collectors.toList()))
        .forEach((whom, askings) ->
            ownRecord(askings.getFirst().question(), whom.agency(), byNumber)
                .ifPresentOrElse(
                    record -> askings.forEach(one -> records.put(one.question().id(), record)),
                    () -> recordless.add(askings)));
    List<Taken> made =
        people.take(
            recordless.stream()
                .map(List::getFirst)
                .map(one -> newRecord(one.question(), directory.get(one.agency())))
                .toList());
    for (int i = 0; i < made.size(); i++) {
      RecordId record = made.get(i).record();
      recordless.get(i).forEach(one -> records.put(one.question().id(), record));
    }
    return records;
  }

  private Map<NhsNumber, List<ChildRecords>> withTheirNumbers(List<GivenAnswers.Due> due) {
    return people.withNumbers(
        due.stream()
            .flatMap(one ->
                one.question().asked() instanceof Asked.ByNumber by
                    ? Stream.of(by.number())
                    : Stream.empty())
            .toList());
  }

  private Optional<RecordId> ownRecord(
      KeptQuestion question, AgencyId agency, Map<NhsNumber, List<ChildRecords>> byNumber) {
    List<ChildRecords> fitting =
        switch (question.asked()) {
          case Asked.ByNumber by -> byNumber.getOrDefault(by.number(), List.of());
          case Asked.ByChi by -> all(people.byChi(by.number()));
          case Asked.ByDetails by -> all(people.byDetails(by.details()));
        };
    return fitting.stream()
        .filter(child -> fitting.size() == 1 || !sealed(child))
        .flatMap(child -> child.keptBy(agency).stream())
        .map(AgencyRecord::id)
        .findFirst();
  }

  private static List<ChildRecords> all(Found found) {
    return switch (found) {
      case Found.None unused -> List.of();
      case Found.One one -> List.of(one.child());
      case Found.Several several -> several.children();
    };
  }

  private boolean sealed(ChildRecords child) {
    return Seal.isOn(child, keeper -> agencies.get(keeper).kind());
  }

  /** It carries what was asked, and nothing of what others hold. */
  private static NewRecord newRecord(KeptQuestion question, Agency agency) {
    return switch (question.asked()) {
      case Asked.ByNumber by ->
          record(question.id(), agency, Optional.of(by.number()), Optional.empty(), by.birthDate());
      case Asked.ByChi by ->
          record(question.id(), agency, Optional.empty(), Optional.of(by.number()), by.birthDate());
      case Asked.ByDetails by -> record(question.id(), agency, by.details());
    };
  }

  private static NewRecord record(
      UUID enquiry,
      Agency agency,
      Optional<NhsNumber> nhs,
      Optional<ChiNumber> chi,
      Optional<PartialDate> born) {
    return record(enquiry, agency, nhs, chi, "unknown", "", born, "", "");
  }

  private static NewRecord record(UUID enquiry, Agency agency, Details asked) {
    return record(
        enquiry,
        agency,
        Optional.empty(),
        Optional.empty(),
        asked.familyName(),
        asked.givenNames(),
        Optional.of(asked.birthDate()),
        asked.postcode(),
        asked.school());
  }

  private static NewRecord record(
      UUID enquiry,
      Agency agency,
      Optional<NhsNumber> nhs,
      Optional<ChiNumber> chi,
      String familyName,
      String givenNames,
      Optional<PartialDate> born,
      String postcode,
      String school) {
    return new NewRecord(
        agency.id(),
        NewRecord.OF_A_CHECK + enquiry,
        enquiry,
        0,
        PersonKind.CHILD,
        nhs,
        false,
        chi,
        familyName,
        givenNames,
        "",
        born,
        Optional.empty(),
        "",
        "",
        "",
        Optional.empty(),
        "",
        postcode,
        "",
        "",
        school,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Setting setting(Agency agency) {
    if (agency.kind() == Kind.GP) {
      return Setting.GP;
    }
    return agency.name().toLowerCase(java.util.Locale.ROOT).contains("walk-in")
        ? Setting.WALK_IN
        : Setting.EMERGENCY;
  }
}
