package org.closeknit.match;

import java.time.LocalDate;
import java.util.List;

/** One thing that somebody knows of a child whom they look for; words are folded. */
public sealed interface Clue {
  /** A name most likely; a school or a place where no name fits. */
  record Word(String folded) implements Clue {
    @Override
    public String toString() {
      return "Word[***]";
    }
  }

  /** The first letter of a name, {@code a} to {@code z}. */
  record Initial(char letter) implements Clue {
    public Initial {
      if (letter < 'a' || letter > 'z') {
        throw new IllegalArgumentException("an initial is a small Latin letter");
      }
    }
  }

  /** Born on one of these days; {@code about} where somebody said how old the child is. */
  record Born(LocalDate from, LocalDate to, boolean about) implements Clue {
    public Born {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a span ends before it begins");
      }
    }

    public boolean isDay() {
      return from.equals(to);
    }

    @Override
    public String toString() {
      return "Born[***]";
    }
  }

  /** Words of a school's name, all of which belong together. */
  record School(List<String> words) implements Clue {
    public School {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "School[***]";
    }
  }

  /** A postcode or its first half, in small letters without a space. */
  record Area(String code) implements Clue {
    @Override
    public String toString() {
      return "Area[***]";
    }
  }

  /** An NHS or CHI number. */
  record Number(String digits) implements Clue {
    @Override
    public String toString() {
      return "Number[***]";
    }
  }

  /** The number under which the asker's own agency keeps the child. */
  record OwnNumber(String localId) implements Clue {
    @Override
    public String toString() {
      return "OwnNumber[***]";
    }
  }
}
