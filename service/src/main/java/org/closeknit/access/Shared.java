package org.closeknit.access;

import java.util.Map;
import java.util.Set;
import org.closeknit.agency.Kind;

/**
 * What one agency shows another by all agreements between them.
 *
 * @param existence that there is something of these kinds, and no more
 * @param byWord what opens to an agency of some kind by its own word that somebody of it works with
 *     the child: the same agreement must cover the kind of thing
 * @param reasons whether the reason of a visit is shown
 */
record Shared(
    Set<Item> content, Set<Item> existence, Map<Kind, Set<Item>> byWord, boolean reasons) {
  static final Shared NOTHING = new Shared(Set.of(), Set.of(), Map.of(), false);

  boolean opensByWord(Kind kind, Item item) {
    return byWord.getOrDefault(kind, Set.of()).contains(item);
  }
}
