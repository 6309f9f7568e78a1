package org.closeknit.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.agency.Agencies;
import org.closeknit.agency.Agency;
import org.closeknit.agency.Directory;
import org.closeknit.child.Child;
import org.closeknit.child.Children;
import org.closeknit.match.PersonRecord;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Sign;
import org.closeknit.pages.Tag;
import org.closeknit.person.Postcode;
import org.closeknit.plan.Plans;
import org.closeknit.plan.Status;
import org.closeknit.plan.StatusKind;
import org.springframework.stereotype.Component;

/** Reads what a permit opens of a child who fits. */
@Component
class HitReading {
  private final Children children;
  private final Plans plans;
  private final Agencies agencies;

  HitReading(Children children, Plans plans, Agencies agencies) {
    this.children = children;
    this.plans = plans;
    this.agencies = agencies;
  }

  Directory agencies() {
    return agencies.directory();
  }

  Optional<Hit> read(Permit permit, String why, Directory agencies, Dates dates) {
    return children.read(permit).map(child -> hit(permit, child, why, agencies, dates));
  }

  private Hit hit(Permit permit, Child child, String why, Directory agencies, Dates dates) {
    return new Hit(
        "/children/" + child.id(),
        child.familyName().toUpperCase(Locale.UK),
        child.givenNames(),
        born(child, dates),
        permit.records(Item.PEOPLE).stream()
            .map(record -> agencies.get(permit.keeper(record)))
            .distinct()
            .sorted(Comparator.comparing(Agency::name))
            .map(agency -> new Hit.Keeper(Sign.of(agency.kind().text()), agency.name()))
            .toList(),
        area(permit, child),
        tags(permit, dates.today()),
        why);
  }

  private static Hit.Born born(Child child, Dates dates) {
    return child
        .birthDate()
        .map(born ->
            new Hit.Born(
                dates.partial(born.iso()).lead(),
                born.isDay() ? "(" + dates.age(born.earliest()) + ")" : ""))
        .or(() ->
            child
                .expectedBirthDate()
                .map(due -> new Hit.Born("due about " + dates.partial(due.iso()).lead(), "")))
        .orElse(new Hit.Born("not known yet", ""));
  }

  private static String area(Permit permit, Child child) {
    if (!permit.opensAddresses()) {
      return "";
    }
    return child.records().stream()
        .map(PersonRecord::says)
        .map(one -> Postcode.of(one.postcode()))
        .filter(Postcode::isBritish)
        .map(postcode -> postcode.text().split(" ", 2)[0])
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private List<Hit.Status> tags(Permit permit, LocalDate today) {
    return Stream.concat(
            permit.isSealedByOwnAgency()
                ? Stream.of(new Hit.Status("Sealed by your agency", Tag.CAUTION))
                : Stream.of(),
            statuses(permit, today).stream())
        .toList();
  }

  private List<Hit.Status> statuses(Permit permit, LocalDate today) {
    return plans.read(permit).stream()
        .filter(status -> status.on(today) == Status.State.CURRENT)
        .map(Status::kind)
        .distinct()
        .map(kind ->
            new Hit.Status(
                kind.words().substring(0, 1).toUpperCase(Locale.UK) + kind.words().substring(1),
                kind == StatusKind.CIN ? Tag.OTHER : Tag.CURRENT))
        .toList();
  }
}
