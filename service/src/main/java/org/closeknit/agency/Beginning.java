package org.closeknit.agency;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that an installation begins with: who takes part, and on what terms. */
record Beginning(
    boolean madeUp,
    List<Party> agencies,
    List<Person> staff,
    List<System> machines,
    List<Terms> agreements) {

  record Party(
      String id,
      String name,
      String kind,
      String nation,
      @Nullable String ods,
      @Nullable String officePhone,
      @Nullable String officeHours,
      @Nullable String emergencyPhone,
      @Nullable String dutyDeskEmail,
      @Nullable Integer escalateAfterMinutes,
      @Nullable Integer dailyChildren,
      @Nullable Integer dailyChildrenAtDesk,
      @Nullable List<Team> teams) {}

  record Team(String id, String name, @Nullable String phone) {}

  record Person(
      String user,
      String password,
      @Nullable String totp,
      String name,
      String agency,
      @Nullable String team,
      String role,
      @Nullable String jobRoleCode,
      @Nullable String workerId,
      @Nullable String phone,
      @Nullable String email) {}

  record System(String clientId, String clientSecret, String agency, List<String> scopes) {}

  record Terms(
      String id,
      List<String> parties,
      String purpose,
      List<String> kinds,
      boolean content,
      boolean visitReasons,
      @Nullable List<String> involvementsOpenFor,
      boolean crosswalk,
      String from,
      String until,
      String signedBy) {}

  static String orBlank(@Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
