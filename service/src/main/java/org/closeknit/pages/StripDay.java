package org.closeknit.pages;

import java.util.List;

/** One day of a strip of days, with the marks of what happened on it. */
public record StripDay(boolean weekend, List<Mark> marks) {
  public StripDay {
    marks = List.copyOf(marks);
  }
}
