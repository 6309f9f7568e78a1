package org.closeknit.adoption;

import java.util.List;
import java.util.stream.Stream;
import org.closeknit.match.NewRecord;
import org.closeknit.match.PersonRecord;
import org.closeknit.pages.Dates;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Numbers;
import org.closeknit.pages.Problem;

/** What the pages of the adoption team show. */
public final class AdoptionView {
  private AdoptionView() {}

  /** A link by its reference, and nothing of the child. */
  public record Line(String href, String reference, String sealed) {
    static Line of(SealedLink link, Dates dates) {
      return new Line(
          "/adoptions/" + link.id(),
          link.reference(),
          dates.moment(link.sealedAt()) + " by " + link.sealedBy());
    }
  }

  /** All links of a council, and the form that seals one more: what was typed is not repeated. */
  public record All(List<Line> links, String reference, String why, List<Problem> problems) {
    public All {
      links = List.copyOf(links);
      problems = List.copyOf(problems);
    }

    public String error(String field) {
      return AdoptionView.error(problems, field);
    }
  }

  /** One link, who opened which side of it, and why. */
  public record One(Line link, List<String> openings, List<Problem> problems) {
    public One {
      openings = List.copyOf(openings);
      problems = List.copyOf(problems);
    }

    public String error(String field) {
      return AdoptionView.error(problems, field);
    }
  }

  /** One side of a link. */
  public record Identity(String back, String reference, boolean former, List<Fact> facts) {
    public Identity {
      facts = List.copyOf(facts);
    }

    static Identity of(SealedLink link, SealedLink.Side side, PersonRecord record, Dates dates) {
      return new Identity(
          "/adoptions/" + link.id(),
          link.reference(),
          side == SealedLink.Side.FORMER,
          AdoptionView.facts(record.says(), dates));
    }
  }

  private static List<Fact> facts(NewRecord says, Dates dates) {
    return Stream.of(
            new Fact("Name", (says.givenNames() + " " + says.familyName()).strip()),
            says.birthDate()
                .map(born -> new Fact("Born", dates.partial(born.iso()).lead()))
                .orElse(Fact.missing("Born", "not known yet")),
            says.nhsNumber()
                .map(number -> new Fact("NHS number", Numbers.nhs(number.digits())))
                .orElse(Fact.missing("NHS number", "not known yet")),
            says.chiNumber()
                .map(number -> new Fact("CHI number", Numbers.chi(number.digits())))
                .orElse(Fact.missing("CHI number", "not known yet")),
            new Fact("Your number", says.localId()))
        .toList();
  }

  private static String error(List<Problem> problems, String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::words)
        .findFirst()
        .orElse("");
  }
}
