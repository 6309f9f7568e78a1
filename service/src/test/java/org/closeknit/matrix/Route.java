package org.closeknit.matrix;

import java.util.EnumSet;
import java.util.Set;
import org.closeknit.matrix.Said.Door;

/**
 * A route that reads a child.
 *
 * @param name its method and its pattern
 * @param may all that it may ever show, to whoever reads it
 * @param must what it shows in any case to whoever reads it: without that an empty page would pass
 */
record Route(String name, Door door, Set<Field> may, Set<Field> must) {
  Route {
    var all = EnumSet.noneOf(Field.class);
    all.addAll(may);
    all.addAll(must);
    may = all;
  }

  Route by(Door another) {
    return new Route(name, another, may, must);
  }
}
