package org.closeknit.linkage;

/** How far two values of a field agree, the best first; each says itself in plain words. */
sealed interface Level {
  int ABSENT = -1;

  String name();

  String says();

  enum Given implements Level {
    EXACT("the same forename"),
    NICKNAME("forms of one forename"),
    CLOSE("forenames spelt almost alike"),
    PART("they share one of several forenames"),
    SWAPPED("forename and family name have changed places"),
    INITIAL("the initial fits"),
    ALIKE("forenames somewhat alike"),
    DIFFERENT("different forenames");

    private final String says;

    Given(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Middle implements Level {
    EXACT("the same middle name"),
    ALIKE("middle names or their initials fit"),
    DIFFERENT("different middle names");

    private final String says;

    Middle(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Family implements Level {
    EXACT("the same family name"),
    PART("they share one part of a family name, or an earlier one"),
    CLOSE("family names spelt almost alike"),
    SWAPPED("forename and family name have changed places"),
    ALIKE("family names somewhat alike"),
    DIFFERENT("different family names");

    private final String says;

    Family(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Birth implements Level {
    EXACT("the same birth date"),
    PARTIAL("birth dates agree as far as they are known"),
    SWAPPED("day and month have changed places"),
    SLIP("birth dates one slip of the pen apart"),
    NEAR("birth dates share two of day, month and year"),
    YEAR("birth dates at most a year apart"),
    DIFFERENT("different birth dates");

    private final String says;

    Birth(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Place implements Level {
    HOME("the same address, and the area agrees"),
    ADDRESS("the same house and street"),
    STREET_IN_AREA("the same street in the same area"),
    POSTCODE("the same postcode"),
    STREET("a street of the same name"),
    AREA("the same or a neighbouring area"),
    DIFFERENT("different addresses");

    private final String says;

    Place(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Number implements Level {
    SAME("the same number"),
    CLOSE("numbers one slip of the pen apart"),
    DIFFERENT("different numbers");

    private final String says;

    Number(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Source implements Level {
    SAME("kept by the same agency"),
    OTHER("kept by two agencies");

    private final String says;

    Source(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }

  enum Word implements Level {
    SAME("the same"),
    CLOSE("almost the same"),
    DIFFERENT("different");

    private final String says;

    Word(String says) {
      this.says = says;
    }

    @Override
    public String says() {
      return says;
    }
  }
}
