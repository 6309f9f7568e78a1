package org.closeknit.matrix;

import java.util.ArrayList;
import java.util.List;
import org.closeknit.matrix.Said.Party;
import org.closeknit.matrix.Said.Role;
import org.closeknit.matrix.Said.Sort;

/** Eight agencies under one kind of agreement, with their people and their children. */
final class Net {
  private final Agreement agreement;
  private final Party council;
  private final Party otherCouncil;
  private final Party school;
  private final Party police;
  private final Party hospital;
  private final Party reporter;
  private final Party practice;
  private final Party quiet;
  private final List<Case> cases = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();

  Net(Agreement agreement, String quiet) {
    this.agreement = agreement;
    String of = "-" + agreement.ordinal();
    council = new Party("council" + of, Sort.COUNCIL);
    otherCouncil = new Party("other-council" + of, Sort.COUNCIL);
    school = new Party("school" + of, Sort.SCHOOL);
    police = new Party("police" + of, Sort.POLICE);
    hospital = new Party("hospital" + of, Sort.HOSPITAL);
    reporter = new Party("reporter" + of, Sort.REPORTER);
    practice = new Party("practice" + of, Sort.GP);
    this.quiet = new Party(quiet, Sort.SCHOOL);
  }

  /** Somebody who works at an agency: who of them can work with a child does, where it says so. */
  record Post(Party agency, Role role, boolean works) {}

  List<Post> posts() {
    return List.of(
        new Post(council, Role.SOCIAL_WORKER, true),
        new Post(council, Role.TEAM_MANAGER, false),
        new Post(council, Role.DUTY_WORKER, false),
        new Post(council, Role.DATA_STEWARD, true),
        new Post(council, Role.ADOPTION_WORKER, true),
        new Post(council, Role.INFORMATION_GOVERNANCE_OFFICER, false),
        new Post(council, Role.ADMINISTRATOR, false),
        new Post(otherCouncil, Role.DUTY_WORKER, false),
        new Post(school, Role.SAFEGUARDING_LEAD, true),
        new Post(school, Role.DUTY_WORKER, false),
        new Post(police, Role.POLICE_OFFICER, true),
        new Post(hospital, Role.NURSE, true),
        new Post(hospital, Role.NAMED_NURSE, false),
        new Post(hospital, Role.DATA_STEWARD, false),
        new Post(hospital, Role.INFORMATION_GOVERNANCE_OFFICER, true),
        new Post(reporter, Role.REPORTER, true),
        new Post(practice, Role.GP, true));
  }

  Agreement agreement() {
    return agreement;
  }

  Party council() {
    return council;
  }

  Party school() {
    return school;
  }

  Party police() {
    return police;
  }

  Party hospital() {
    return hospital;
  }

  Party reporter() {
    return reporter;
  }

  /** From which nobody signs in: where its name stands it is told that it is involved. */
  Party quiet() {
    return quiet;
  }

  List<Party> parties() {
    return List.of(council, otherCouncil, school, police, hospital, reporter, practice, quiet);
  }

  /** Only a council has a word, and only health has visits. */
  boolean speaksOfWork(Party party) {
    return !party.equals(otherCouncil);
  }

  boolean hasVisits(Party party) {
    return party.equals(hospital) || party.equals(practice);
  }

  List<Case> cases() {
    return cases;
  }

  List<Person> people() {
    return people;
  }
}
