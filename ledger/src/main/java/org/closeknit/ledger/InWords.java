package org.closeknit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One entry as somebody reads it who has never seen the system. */
final class InWords {
  private static final List<String> SAID =
      List.of("at", "name", "role", "agency", "action", "purpose", Leaf.CHILD);

  private InWords() {}

  static List<String> of(LookProof proof) {
    Map<String, Object> leaf = Canonical.read(proof.leaf());
    Map<String, Object> said = new TreeMap<>(leaf);
    said.remove(Leaf.CHILD);
    said.remove(Leaf.WHO);
    for (byte[] part : proof.parts()) {
      take(said, Leaf.name(proof.leaf(), part), Canonical.read(part));
    }
    List<String> lines = new ArrayList<>();
    for (String name : SAID) {
      String value = String.valueOf(said.getOrDefault(name, "")).strip();
      if (!value.isEmpty()) {
        lines.add("%-8s %s".formatted(name, value));
      }
    }
    lines.add("%-8s %s".formatted("refused", said.get("refused") == Boolean.TRUE ? "yes" : "no"));
    if (Leaf.hidesWho(proof.leaf()) && !said.containsKey("name")) {
      lines.add("who did it is not shown here, or was erased");
    }
    return lines;
  }

  /** What a part may say: nothing that the leaf itself says. */
  private static void take(Map<String, Object> said, String name, Map<String, Object> part) {
    List<String> members =
        switch (name) {
          case Leaf.WHO -> List.of("name", "role");
          case Leaf.CHILD -> List.of(Leaf.CHILD);
          default -> List.<String>of();
        };
    members.stream()
        .filter(part::containsKey)
        .forEach(member -> said.put(member, part.getOrDefault(member, "")));
  }
}
