package org.closeknit.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.closeknit.Closeknit;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The house stands as its plan says. */
class Rooms {
  /** Each room may know those before it, and none after it. */
  private static final List<String> READING_ORDER =
      List.of(
          "pages",
          "person",
          "agency",
          "audit",
          "signin",
          "caseteam",
          "access",
          "notice",
          "submission",
          "match",
          "review",
          "adoption",
          "emergency",
          "child",
          "plan",
          "attendance",
          "enquiry",
          "message",
          "meeting",
          "search",
          "chronology",
          "intake",
          "registration",
          "quality",
          "pattern",
          "site",
          "email",
          "fhir",
          "hl7",
          "oversight");

  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          Closeknit.class,
          resideInAnyPackage(
              "org.closeknit.linkage..", "org.closeknit.ledger..", "org.closeknit.database.."));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.closeknit");

  @Test
  void a_room_uses_only_what_its_plan_allows_and_only_through_its_door() {
    MODULES.verify();
  }

  @Test
  void a_room_knows_only_rooms_before_it_in_reading_order() {
    for (ApplicationModule module : MODULES) {
      String name = module.getIdentifier().toString();
      assertThat(READING_ORDER).as("the reading order names every room").contains(name);
      module
          .getDirectDependencies(MODULES, DependencyType.values())
          .uniqueModules()
          .map(other -> other.getIdentifier().toString())
          .forEach(other ->
              assertThat(READING_ORDER.indexOf(other))
                  .as(name + " knows " + other)
                  .isLessThan(READING_ORDER.indexOf(name)));
    }
  }

  @Test
  void no_name_ends_in_a_word_that_says_nothing() {
    noClasses()
        .that()
        .areNotAnonymousClasses()
        .and()
        // A curve and a standard: names of the field, not versions.
        .doNotHaveSimpleName("Ed25519")
        .should()
        .haveNameMatching(
            ".*(Impl|Manager|Utils?|Helper|Processor|Handler|Dto|Data|Info|Base|Abstract|[^l][0-9]+)")
        .because("a class that has no better name has no one job")
        .check(CLASSES);
  }

  @Test
  void nobody_asks_the_wall_clock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.closeknit.TimeAndEvents")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .because("time comes in as an InstantSource")
        .check(CLASSES);
  }

  @Test
  void hapi_stays_in_its_rooms() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.closeknit.fhir..", "org.closeknit.hl7..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ca.uhn..", "org.hl7..")
        .check(CLASSES);
  }

  @Test
  void only_access_makes_a_permit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.closeknit.access")
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("Permit"))))
        .check(CLASSES);
  }
}
