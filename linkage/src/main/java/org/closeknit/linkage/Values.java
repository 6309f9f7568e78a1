package org.closeknit.linkage;

/** A record's value of a field, as its keeper wrote it. */
final class Values {
  private Values() {}

  static String of(Person person, String field) {
    return switch (field) {
      case "given_name" -> person.givenName();
      case "middle_name" -> person.middleName();
      case "family_name" -> family(person);
      case "birth_date" -> person.birthDate();
      case "sex" -> person.sex();
      case "address" -> place(person);
      case "phone" -> person.phone();
      case "email" -> person.email();
      case "nhs_number" -> person.nhsNumber();
      case "chi_number" -> person.chiNumber();
      case "mother_name" -> person.motherName();
      case "source" -> person.source();
      default -> fact(person, field);
    };
  }

  private static String family(Person person) {
    return person.previousFamilyNames().isEmpty()
        ? person.familyName()
        : person.familyName() + " (" + String.join(", ", person.previousFamilyNames()) + ")";
  }

  private static String place(Person person) {
    StringBuilder place = new StringBuilder();
    for (String part : new String[] {person.address(), person.city(), person.postcode()}) {
      place.append(place.isEmpty() || part.isEmpty() ? "" : ", ").append(part);
    }
    return place.toString();
  }

  private static String fact(Person person, String field) {
    String name = field.substring(field.indexOf('.') + 1);
    return field.startsWith("identifier.")
        ? person.identifiers().getOrDefault(name, "")
        : person.extras().getOrDefault(name, "");
  }
}
