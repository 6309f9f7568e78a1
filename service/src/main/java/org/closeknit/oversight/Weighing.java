package org.closeknit.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weighs a look by what can be known of it. Pure. */
final class Weighing {
  private Weighing() {}

  static Weighed of(Sighting look) {
    var reasons = new ArrayList<Reason>();
    switch (look.mark()) {
      case CANARY -> reasons.add(new Reason.Canary());
      case IN_THE_NEWS -> {
        if (!look.ground().isTheirWork()) {
          reasons.add(new Reason.InTheNews());
        }
      }
      case NONE -> {}
    }
    near(look.near(), reasons);
    if (look.ground() == Ground.NONE) {
      reasons.add(new Reason.NothingSaysWhy(look.usual()));
    }
    if (!look.ground().explains() && look.days() >= Reason.AgainAndAgain.FROM) {
      reasons.add(new Reason.AgainAndAgain(look.days()));
    }
    double against = reasons.stream().mapToDouble(Reason::bits).sum();
    return new Weighed(against + look.ground().bits(), reasons);
  }

  /** A whole name says the family name as well: only the stronger of the two counts. */
  private static void near(Nearness near, List<Reason> reasons) {
    if (near.isNone()) {
      return;
    }
    Optional<Reason> parent =
        near.parentsName().map(one -> new Reason.ParentHasTheName(one.share()));
    parent
        .or(() -> near.familyName().map(one -> new Reason.SameFamilyName(one.share())))
        .ifPresent(reasons::add);
    Optional<Reason> colleague = near.colleague().map(Reason.ParentIsLikeAColleague::new);
    colleague
        .or(() -> near.teamsName().map(Reason.HasFamilyNameOfTheTeam::new))
        .ifPresent(reasons::add);
    near.home().map(Reason.LivesNearby::new).ifPresent(reasons::add);
    reasons.removeIf(reason -> reason.bits() <= 0);
  }
}
