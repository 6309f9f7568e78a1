package org.closeknit.oversight;

import java.util.Locale;

/**
 * One thing that makes a look worth asking about: what it weighs, and the sentence that says it.
 *
 * <p>A weight is the logarithm of how much more often a wrong look shows it than one that is in
 * order. How often wrong looks show a thing nobody knows: each nearness is taken to be shown by one
 * in ten. How often it comes by chance is counted.
 */
sealed interface Reason {
  /** What the look would be if this were true. */
  Kind kind();

  double bits();

  String words();

  /** As an officer sorts findings. */
  enum Kind {
    CANARY("A record that nobody has a reason to find"),
    NEWS("A child in the news"),
    FAMILY("Perhaps the own family"),
    COLLEAGUE("Perhaps a colleague’s child"),
    NEIGHBOUR("Perhaps a neighbour’s child"),
    AGAIN("The same child again and again"),
    MANY("Many children"),
    UNEXPLAINED("Nothing says why");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Of all wrong looks, the part that shows any one nearness. */
  double SHOWN_BY_WRONGS = 0.1;

  private static double against(double chance) {
    return Math.log(SHOWN_BY_WRONGS / Math.max(chance, 1e-9)) / Math.log(2);
  }

  record Canary() implements Reason {
    @Override
    public Kind kind() {
      return Kind.CANARY;
    }

    @Override
    public double bits() {
      return 40;
    }

    @Override
    public String words() {
      return "The record is made up, and no work leads to it.";
    }
  }

  record InTheNews() implements Reason {
    @Override
    public Kind kind() {
      return Kind.NEWS;
    }

    @Override
    public double bits() {
      return 20;
    }

    @Override
    public String words() {
      return "The child is on the list of children in the news.";
    }
  }

  /**
   * The rarer it is among people of the same work, the more it says; and never enough alone, for a
   * look at the line above is a slip.
   */
  record NothingSaysWhy(double usual) implements Reason {
    private static final double MOST = 6;

    @Override
    public Kind kind() {
      return Kind.UNEXPLAINED;
    }

    @Override
    public double bits() {
      return Math.clamp(-Math.log(Math.max(usual, 1e-9)) / Math.log(2), 0, MOST);
    }

    @Override
    public String words() {
      return "Nothing that is written down says why: neither they nor their team work with the child, and the agency wrote down no visit and no entry about that day. Of the looks of people with the same work, "
          + percent(usual)
          + " are so.";
    }
  }

  record SameFamilyName(double share) implements Reason {
    @Override
    public Kind kind() {
      return Kind.FAMILY;
    }

    @Override
    public double bits() {
      return against(share);
    }

    @Override
    public String words() {
      return "The child has the family name of whoever looked. " + oneIn(share, "children") + ".";
    }
  }

  record ParentHasTheName(double share) implements Reason {
    @Override
    public Kind kind() {
      return Kind.FAMILY;
    }

    @Override
    public double bits() {
      return against(share);
    }

    @Override
    public String words() {
      return "A parent or carer of the child has the whole name of whoever looked. "
          + oneIn(share, "parents and carers")
          + ".";
    }
  }

  record ParentIsLikeAColleague(Nearness.Colleague colleague) implements Reason {
    @Override
    public Kind kind() {
      return Kind.COLLEAGUE;
    }

    @Override
    public double bits() {
      return against(2 * colleague.share() * colleague.among());
    }

    @Override
    public String words() {
      return "A parent or carer of the child has the name of %s, of the same %s. %s."
          .formatted(
              colleague.name(),
              colleague.team() ? "team" : "agency",
              oneIn(colleague.share(), "parents and carers"));
    }
  }

  record HasFamilyNameOfTheTeam(Nearness.TeamsName team) implements Reason {
    @Override
    public Kind kind() {
      return Kind.COLLEAGUE;
    }

    @Override
    public double bits() {
      return against(team.share() * team.among());
    }

    @Override
    public String words() {
      return "The child has the family name of %s, of the same team. %s."
          .formatted(team.name(), oneIn(team.share(), "children"));
    }
  }

  record LivesNearby(Nearness.Home home) implements Reason {
    @Override
    public Kind kind() {
      return Kind.NEIGHBOUR;
    }

    @Override
    public double bits() {
      return against(home.share());
    }

    @Override
    public String words() {
      return home.street()
          ? "The child has the postcode of whoever looked: a street, or a part of one."
          : "The child lives in the part of the town where whoever looked lives.";
    }
  }

  /** A look can be a slip; the same child on several days is none. */
  record AgainAndAgain(int days) implements Reason {
    static final int FROM = 3;
    private static final int MOST = 7;

    @Override
    public Kind kind() {
      return Kind.AGAIN;
    }

    @Override
    public double bits() {
      return Math.min(days, MOST);
    }

    @Override
    public String words() {
      return "They looked at this child on " + days + " days.";
    }
  }

  private static String percent(double share) {
    return share < 0.001
        ? "fewer than 1 in 1,000"
        : String.format(Locale.UK, "%.1f %%", share * 100);
  }

  private static String oneIn(double share, String whom) {
    return "About 1 in %,d %s here has that name".formatted(Math.round(1 / share), whom);
  }
}
