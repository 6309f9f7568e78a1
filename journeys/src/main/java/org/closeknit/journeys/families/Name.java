package org.closeknit.journeys.families;

import java.util.List;
import java.util.stream.Stream;

/** One name, as its bearer writes it and as others write it: short forms, other scripts, by ear. */
record Name(String usual, List<String> others) {

  Name {
    others = List.copyOf(others);
  }

  /** Reads {@code Elizabeth/Lizzie/Beth}. */
  static Name of(String written) {
    List<String> forms = List.of(written.split("/"));
    return new Name(forms.getFirst(), forms.subList(1, forms.size()));
  }

  /** The same name with one of its forms as the usual one. */
  Name withUsual(String form) {
    return new Name(
        form,
        Stream.concat(Stream.of(usual), others.stream()).filter(o -> !o.equals(form)).toList());
  }

  /** As a woman bears it, where the language has another ending for her. */
  Name borneBy(boolean female) {
    return female && usual.endsWith("ski")
        ? new Name(
            usual.substring(0, usual.length() - 1) + "a",
            Stream.concat(Stream.of(usual), others.stream()).toList())
        : this;
  }

  Name joinedTo(Name second) {
    return new Name(
        usual + "-" + second.usual,
        List.of(usual + " " + second.usual, second.usual, usual, second.usual + "-" + usual));
  }

  @Override
  public String toString() {
    return "Name[***]";
  }
}
