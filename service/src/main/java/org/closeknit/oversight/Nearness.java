package org.closeknit.oversight;

import java.util.Optional;

/**
 * What is near between somebody and a child, by names and places alone: it proves no kinship. Each
 * with how often it comes by chance, which decides what it is worth.
 */
record Nearness(
    Optional<FamilyName> familyName,
    Optional<ParentsName> parentsName,
    Optional<Colleague> colleague,
    Optional<TeamsName> teamsName,
    Optional<Home> home) {
  static final Nearness NONE =
      new Nearness(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The child has the looker's family name.
   *
   * @param share of all children who have it
   */
  record FamilyName(double share) {}

  /**
   * A parent has the looker's whole name.
   *
   * @param share of all parents who have it
   */
  record ParentsName(double share) {}

  /**
   * A parent has the whole name of a colleague.
   *
   * @param team whether the colleague is of the looker's own team
   * @param share of all parents who have that name
   * @param among how many colleagues there are, of the team or else of the agency
   */
  record Colleague(String name, boolean team, double share, int among) {}

  /**
   * The child has the family name of one of the looker's own team.
   *
   * @param share of all children who have it
   * @param among how many the team has
   */
  record TeamsName(String name, double share, int among) {}

  /**
   * The child lives where the looker does, as their agency has told.
   *
   * @param street whether the whole postcode is the same, or its first part and one figure
   * @param share of all children who live there
   */
  record Home(boolean street, double share) {}

  boolean isNone() {
    return familyName.isEmpty()
        && parentsName.isEmpty()
        && colleague.isEmpty()
        && teamsName.isEmpty()
        && home.isEmpty();
  }
}
