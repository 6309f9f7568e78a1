package org.closeknit.journeys;

import java.util.LinkedHashMap;
import java.util.Map;
import org.closeknit.journeys.cast.Agency;
import org.closeknit.journeys.cast.Agreement;
import org.closeknit.journeys.cast.Cast;
import org.closeknit.journeys.cast.Team;
import org.closeknit.journeys.cast.Worker;
import org.jspecify.annotations.Nullable;

/**
 * The bootstrap file: the cast as the service takes it in, each person and machine with a secret.
 */
final class BootstrapFile {

  private final Cast cast;
  private final Secrets secrets;

  BootstrapFile(Cast cast, Secrets secrets) {
    this.cast = cast;
    this.secrets = secrets;
  }

  byte[] bytes() {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("madeUp", true);
    file.put("agencies", cast.agencies().stream().map(BootstrapFile::agency).toList());
    file.put("staff", cast.workers().stream().map(this::worker).toList());
    file.put("machines", cast.agencies().stream().map(this::machine).toList());
    file.put("agreements", cast.agreements().stream().map(BootstrapFile::agreement).toList());
    return Json.write(file);
  }

  private static Map<String, Object> agency(Agency agency) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", agency.id());
    object.put("name", agency.name());
    object.put("kind", agency.kind());
    object.put("nation", agency.nation());
    object.put("ods", agency.ods());
    object.put("officePhone", agency.officePhone());
    object.put("officeHours", agency.officeHours());
    object.put("emergencyPhone", agency.emergencyPhone());
    object.put("dutyDeskEmail", agency.dutyDeskEmail());
    object.put("escalateAfterMinutes", agency.escalateAfterMinutes());
    object.put("dailyChildren", agency.dailyChildren());
    object.put("teams", agency.teams().stream().map(BootstrapFile::team).toList());
    return object;
  }

  private static Map<String, String> team(Team team) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("id", team.id());
    object.put("name", team.name());
    object.put("phone", team.phone());
    return object;
  }

  private Map<String, @Nullable Object> worker(Worker worker) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("user", worker.user());
    object.put("password", secrets.password());
    object.put("totp", worker.secondFactor() ? secrets.totp() : null);
    object.put("name", worker.name());
    object.put("agency", worker.agency());
    object.put("team", worker.team().orElse(null));
    object.put("role", worker.role());
    object.put("jobRoleCode", worker.jobRoleCode());
    object.put("workerId", worker.workerId());
    object.put("phone", worker.phone());
    object.put("email", worker.email());
    return object;
  }

  private Map<String, Object> machine(Agency agency) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("clientId", agency.clientId());
    object.put("clientSecret", secrets.clientSecret());
    object.put("agency", agency.id());
    object.put("scopes", agency.scopes());
    return object;
  }

  private static Map<String, Object> agreement(Agreement agreement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", agreement.id());
    object.put("parties", agreement.parties());
    object.put("purpose", agreement.purpose());
    object.put("kinds", agreement.kinds());
    object.put("content", agreement.content());
    object.put("visitReasons", agreement.visitReasons());
    object.put("involvementsOpenFor", agreement.involvementsOpenFor());
    object.put("crosswalk", agreement.crosswalk());
    object.put("from", agreement.from().toString());
    object.put("until", agreement.until().toString());
    object.put("signedBy", agreement.signedBy());
    return object;
  }
}
