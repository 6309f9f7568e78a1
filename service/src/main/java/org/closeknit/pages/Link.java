package org.closeknit.pages;

import java.util.Optional;

/** A link of a row of links; {@code current} is where one is. */
public record Link(String label, String href, boolean current, Optional<Mark> mark) {
  public Link(String label, String href) {
    this(label, href, false);
  }

  public Link(String label, String href, boolean current) {
    this(label, href, current, Optional.empty());
  }

  public Link with(Mark sign) {
    return new Link(label, href, current, Optional.of(sign));
  }
}
