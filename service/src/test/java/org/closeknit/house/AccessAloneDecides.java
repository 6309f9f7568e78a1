package org.closeknit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.agency.Agreement;
import org.closeknit.agency.Role;
import org.closeknit.person.Handling;
import org.closeknit.person.Restriction;
import org.junit.jupiter.api.Test;

/**
 * Who may see what is decided in one room. Each place outside it that touches what the decision is
 * made from stands here by name, with what it does there instead.
 */
class AccessAloneDecides {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.closeknit");

  /** They keep what an agency said of its record, and leave it out of the index of names. */
  private static final Set<String> KEEPING_RESTRICTIONS =
      Set.of(
          "match.NewRecord",
          "match.PersonRecord",
          "match.Persons",
          "match.RecordColumns",
          "match.ShelvedRecord",
          "match.Vocabulary",
          "match.Recognition",
          "intake.PeopleIn");

  /** They keep how a sender handles a thing, and hand it to a permit. */
  private static final Set<String> KEEPING_HANDLINGS =
      Set.of(
          "submission.Line",
          // What a council states and what a check wrote down is shared by its kind.
          "plan.StatusesAtStake",
          "enquiry.ChecksAtStake",
          // That two people have one mother is said by their records, which carry no handling.
          "review.Kin");

  /** They write agreements down and read them out. */
  private static final Set<String> WRITING_AGREEMENTS =
      Set.of(
          "site.AgreementsPage",
          "site.AgreementWords",
          "site.RulesPage",
          "notice.EndingAgreements");

  /** They choose among whom to look, or whom to tell; what is shown of it is decided after. */
  private static final Set<String> KNOWING_DESKS =
      Set.of(
          "search.Finder",
          "notice.Notices",
          "notice.NoticeRows",
          // Whether the one who registers a child is written down as working with it.
          "registration.RegisterPages");

  @Test
  void nobody_else_looks_at_what_is_restricted() {
    noClasses()
        .that(areOutside(Set.of("access", "person"), KEEPING_RESTRICTIONS))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Restriction.class)
        .check(CLASSES);
  }

  @Test
  void nobody_else_weighs_a_handling() {
    noClasses()
        .that(areOutside(Set.of("access", "person"), KEEPING_HANDLINGS))
        .should()
        .accessFieldWhere(
            DescribedPredicate.describe(
                "of a handling",
                access ->
                    access.getTargetOwner().isEquivalentTo(Handling.class)
                        && !access.getOriginOwner().isEquivalentTo(Handling.class)))
        .check(CLASSES);
  }

  @Test
  void nobody_else_reads_an_agreement() {
    noClasses()
        .that(areOutside(Set.of("access", "agency"), WRITING_AGREEMENTS))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "of an agreement", call -> call.getTargetOwner().isEquivalentTo(Agreement.class)))
        .check(CLASSES);
  }

  @Test
  void nobody_else_asks_who_answers_at_a_desk() {
    noClasses()
        .that(areOutside(Set.of("access", "agency"), KNOWING_DESKS))
        .should()
        .callMethod(Role.class, "isDutyDesk")
        .check(CLASSES);
  }

  /** SQL that decides by itself; the first is held to the function by {@code OneRuleInTwoWords}. */
  @Test
  void no_other_sql_weighs_a_restriction_or_an_agreement() throws IOException {
    assertThat(
            filesWith(Pattern.compile("restricted (<>|in \\(|is distinct)|coalesce\\(restricted")))
        .containsExactlyInAnyOrder(
            "match/Outcomes.java",
            // How many can be found by words: a count of all, that nobody is shown.
            "match/Census.java",
            // Who somebody was before an adoption is found by nothing, whoever looks.
            "match/Persons.java",
            "match/Records.java");
    assertThat(filesWith(Pattern.compile("(from|join) agreement(_party)?\\b")))
        .containsExactly("agency/Agreements.java");
  }

  private static List<String> filesWith(Pattern words) throws IOException {
    Path root = Path.of("src/main/java/org/closeknit");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> words.matcher(text(file)).find())
          .map(file -> root.relativize(file).toString())
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static DescribedPredicate<JavaClass> areOutside(Set<String> rooms, Set<String> named) {
    return DescribedPredicate.describe(
        "are outside " + rooms + " and not among those named",
        one -> {
          String name = one.getName().replace("org.closeknit.", "");
          String outer = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
          boolean ofTheService = one.getName().startsWith("org.closeknit.");
          return ofTheService
              && !named.contains(outer)
              && rooms.stream().noneMatch(room -> outer.startsWith(room + "."));
        });
  }
}
