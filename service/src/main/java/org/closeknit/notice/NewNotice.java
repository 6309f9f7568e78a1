package org.closeknit.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closeknit.agency.StaffId;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.RecordId;

/**
 * Something that people of one agency must be told.
 *
 * @param kind {@code access}, {@code pattern}, {@code message} or {@code data}
 * @param key what it is about: the same key again grows the notice instead of raising a second
 * @param child whom it is about; without one it is about somebody's work, and stays with those whom
 *     it names: no desk sees it
 * @param record the receiver's own record of the child, where it keeps one
 * @param toDesk whether the duty desk sees it at once, and not only when nobody answers
 * @param headlineTemplate a sentence with {@code {child}} where the name will stand, for those who
 *     may read it
 * @param facts place, reason, time: shown only to whom the notice is for
 * @param within how long it waits for its people before the duty desk has it; the agency's own time
 *     where nothing is said
 */
public record NewNotice(
    String kind,
    String key,
    Optional<ChildRecords> child,
    Optional<RecordId> record,
    AgencyId toAgency,
    List<StaffId> toStaff,
    boolean toDesk,
    String headlineTemplate,
    Map<String, String> facts,
    Optional<Duration> within) {

  public NewNotice(
      String kind,
      String key,
      ChildRecords child,
      Optional<RecordId> record,
      AgencyId toAgency,
      List<StaffId> toStaff,
      boolean toDesk,
      String headlineTemplate,
      Map<String, String> facts,
      Optional<Duration> within) {
    this(
        kind,
        key,
        Optional.of(child),
        record,
        toAgency,
        toStaff,
        toDesk,
        headlineTemplate,
        facts,
        within);
  }

  public NewNotice(
      String kind,
      String key,
      ChildRecords child,
      Optional<RecordId> record,
      AgencyId toAgency,
      List<StaffId> toStaff,
      boolean toDesk,
      String headlineTemplate,
      Map<String, String> facts) {
    this(
        kind,
        key,
        child,
        record,
        toAgency,
        toStaff,
        toDesk,
        headlineTemplate,
        facts,
        Optional.empty());
  }

  /** About what somebody does, for people who answer for that. */
  public static NewNotice ofNoChild(
      String key,
      AgencyId toAgency,
      List<StaffId> toStaff,
      String headline,
      Map<String, String> facts) {
    return new NewNotice(
        "data",
        key,
        Optional.<ChildRecords>empty(),
        Optional.empty(),
        toAgency,
        toStaff,
        false,
        headline,
        facts,
        Optional.empty());
  }
}
