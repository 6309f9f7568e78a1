package org.closeknit.match;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Restriction;

/** A line of a submission, said in words; what is not said is blank. */
public record ARecord(Map<String, String> cells) {
  private static final UUID SOME_SUBMISSION = new UUID(0, 1);

  public static ARecord of(String agency, String localId) {
    return new ARecord(Map.of()).by(agency, localId);
  }

  public ARecord by(String agency, String localId) {
    return with("agency", agency).with("local_id", localId);
  }

  public ARecord in(UUID submission) {
    return with("submission", submission.toString());
  }

  public ARecord kind(PersonKind kind) {
    return with("kind", kind.name());
  }

  public ARecord named(String givenNames, String familyName) {
    return with("given_names", givenNames).with("family_name", familyName);
  }

  public ARecord born(String date) {
    return with("birth_date", date);
  }

  public ARecord nhs(String number) {
    return with("nhs_number", number);
  }

  public ARecord livesAt(String address, String postcode) {
    return with("address", address).with("postcode", postcode);
  }

  public ARecord childOf(String motherLocalId) {
    return with("mother_local_id", motherLocalId);
  }

  public ARecord restricted(Restriction how) {
    return with("restricted", how.name());
  }

  public ARecord withdrawn(String day) {
    return with("withdrawn_on", day);
  }

  PartialDate date() {
    return new PartialDate(cell("birth_date"));
  }

  public NewRecord line() {
    return new NewRecord(
        new AgencyId(cell("agency")),
        cell("local_id"),
        said("submission").map(UUID::fromString).orElse(SOME_SUBMISSION),
        Integer.parseInt(cells.getOrDefault("line", "2")),
        said("kind").map(PersonKind::valueOf).orElse(PersonKind.CHILD),
        said("nhs_number").map(NhsNumber::new),
        false,
        Optional.empty(),
        cell("family_name"),
        cell("given_names"),
        cell("previous_names"),
        said("birth_date").map(PartialDate::new),
        Optional.empty(),
        cell("mother_local_id"),
        cell("sex"),
        cell("address"),
        Optional.empty(),
        "",
        cell("postcode"),
        cell("phone"),
        "",
        cell("school"),
        said("restricted").map(Restriction::valueOf),
        Optional.empty(),
        Optional.empty(),
        said("withdrawn_on").map(LocalDate::parse));
  }

  public ARecord with(String column, String value) {
    var more = new HashMap<>(cells);
    more.put(column, value);
    return new ARecord(Map.copyOf(more));
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  private Optional<String> said(String column) {
    return Optional.of(cell(column)).filter(value -> !value.isBlank());
  }
}
