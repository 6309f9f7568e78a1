package org.closeknit.site;

import static org.closeknit.agency.Role.ADMINISTRATOR;
import static org.closeknit.agency.Role.ADOPTION_WORKER;
import static org.closeknit.agency.Role.DATA_STEWARD;
import static org.closeknit.agency.Role.DUTY_WORKER;
import static org.closeknit.agency.Role.GP;
import static org.closeknit.agency.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.closeknit.agency.Role.NAMED_NURSE;
import static org.closeknit.agency.Role.NURSE;
import static org.closeknit.agency.Role.POLICE_OFFICER;
import static org.closeknit.agency.Role.REPORTER;
import static org.closeknit.agency.Role.SAFEGUARDING_LEAD;
import static org.closeknit.agency.Role.SOCIAL_WORKER;
import static org.closeknit.agency.Role.TEAM_MANAGER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.closeknit.agency.Role;

/** Who may come to which door. What may be read behind it is for {@code access} to say. */
final class Routes {
  static final Set<Role> WITH_CHILDREN =
      EnumSet.of(
          SOCIAL_WORKER,
          TEAM_MANAGER,
          DUTY_WORKER,
          NAMED_NURSE,
          NURSE,
          SAFEGUARDING_LEAD,
          POLICE_OFFICER,
          REPORTER,
          GP);

  /** Those who open children's files. A nurse meets the child, and checks it. */
  static final Set<Role> LOOKING_FOR_CHILDREN =
      EnumSet.of(
          SOCIAL_WORKER,
          TEAM_MANAGER,
          DUTY_WORKER,
          NAMED_NURSE,
          SAFEGUARDING_LEAD,
          POLICE_OFFICER,
          REPORTER,
          GP);

  private Routes() {}

  /** For whom a route is. */
  sealed interface For {
    /** Anybody, signed in or not. */
    record Anybody() implements For {}

    /** Whoever has signed in. */
    record SignedIn() implements For {}

    /** People of these roles. */
    record Roles(Set<Role> roles) implements For {}

    /** Machines whose token has this scope. */
    record Scope(String scope) implements For {}
  }

  /** A path pattern with its rule; the first that fits counts, and what fits none is refused. */
  record Rule(String pattern, For whom) {}

  static final List<Rule> MACHINES =
      List.of(
          new Rule("/oauth2/token", new For.Anybody()),
          new Rule("/cpis/FHIR/R4/metadata", new For.Anybody()),
          new Rule("/cpis/**", new For.Scope("enquiries")),
          new Rule("/api/submissions/**", new For.Scope("submissions")),
          new Rule("/api/notices/**", new For.Scope("notices")),
          new Rule("/api/chronology/**", new For.Scope("chronology")));

  static final List<Rule> PEOPLE =
      List.of(
          new Rule("/", new For.Anybody()),
          new Rule("/sign-in/**", new For.Anybody()),
          new Rule("/oauth2/authorization/*", new For.Anybody()),
          new Rule("/login/oauth2/code/*", new For.Anybody()),
          new Rule("/begin/**", new For.Anybody()),
          new Rule("/hide", new For.Anybody()),
          new Rule("/blank", new For.Anybody()),
          new Rule("/unlock", new For.Anybody()),
          new Rule("/welcome/**", new For.Anybody()),
          new Rule("/help/**", new For.Anybody()),
          new Rule("/error", new For.Anybody()),
          new Rule("/assets/**", new For.Anybody()),
          new Rule("/fonts/**", new For.Anybody()),
          new Rule("/closeknit.css", new For.Anybody()),
          new Rule("/closeknit.js", new For.Anybody()),
          new Rule("/favicon.ico", new For.Anybody()),
          new Rule("/favicon.svg", new For.Anybody()),
          new Rule("/actuator/health/**", new For.Anybody()),
          new Rule("/sign-out", new For.SignedIn()),
          new Rule("/passkeys/**", new For.SignedIn()),
          new Rule("/my-day", new For.SignedIn()),
          new Rule("/rules", new For.SignedIn()),
          new Rule("/live/**", new For.SignedIn()),
          new Rule("/notices/**", new For.SignedIn()),
          new Rule(
              "/children/**", new For.Roles(union(WITH_CHILDREN, INFORMATION_GOVERNANCE_OFFICER))),
          new Rule("/emergency/**", new For.Roles(WITH_CHILDREN)),
          new Rule("/emergencies/**", new For.Roles(EnumSet.of(INFORMATION_GOVERNANCE_OFFICER))),
          new Rule("/find/**", new For.Roles(LOOKING_FOR_CHILDREN)),
          new Rule("/register/**", new For.Roles(LOOKING_FOR_CHILDREN)),
          new Rule("/check/**", new For.Roles(EnumSet.of(NURSE, NAMED_NURSE, GP))),
          new Rule("/submissions/**", new For.Roles(EnumSet.of(DATA_STEWARD, ADMINISTRATOR))),
          new Rule(
              "/quality/**",
              new For.Roles(
                  EnumSet.of(DATA_STEWARD, ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER))),
          new Rule("/adoptions/**", new For.Roles(EnumSet.of(ADOPTION_WORKER))),
          new Rule("/matching/models", new For.Roles(EnumSet.of(DATA_STEWARD, ADMINISTRATOR))),
          new Rule("/matching/waiting", new For.Roles(EnumSet.of(DATA_STEWARD, ADMINISTRATOR))),
          new Rule("/matching/**", new For.Roles(EnumSet.of(DATA_STEWARD))),
          new Rule("/agencies/**", new For.Roles(EnumSet.of(ADMINISTRATOR))),
          new Rule("/agreements/**", new For.Roles(EnumSet.of(ADMINISTRATOR))),
          new Rule(
              "/findings/**",
              new For.Roles(EnumSet.of(INFORMATION_GOVERNANCE_OFFICER, ADMINISTRATOR))),
          new Rule(
              "/watched-children/**", new For.Roles(EnumSet.of(INFORMATION_GOVERNANCE_OFFICER))),
          new Rule("/audit/**", new For.Roles(EnumSet.of(INFORMATION_GOVERNANCE_OFFICER))));

  private static Set<Role> union(Set<Role> roles, Role more) {
    var all = EnumSet.copyOf(roles);
    all.add(more);
    return all;
  }
}
