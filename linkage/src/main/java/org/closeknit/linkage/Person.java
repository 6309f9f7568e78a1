package org.closeknit.linkage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record of a person as its keeper wrote it; what is absent is "". Birth dates are ISO 8601 and
 * may be as short as their certainty ("2019-05", "2019"). {@code identifiers} are other numbers by
 * name, {@code extras} any other category by name.
 */
public record Person(
    String id,
    String source,
    String givenName,
    String middleName,
    String familyName,
    List<String> previousFamilyNames,
    String birthDate,
    String sex,
    String address,
    String city,
    String postcode,
    String phone,
    String email,
    String nhsNumber,
    String chiNumber,
    String motherName,
    Map<String, String> identifiers,
    Map<String, String> extras) {

  public Person {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a person's record needs an id");
    }
    previousFamilyNames = List.copyOf(previousFamilyNames);
    identifiers = Map.copyOf(identifiers);
    extras = Map.copyOf(extras);
  }

  /** What the record says, whichever record it is. */
  Person saying() {
    return new Person(
        "-",
        source,
        givenName,
        middleName,
        familyName,
        previousFamilyNames,
        birthDate,
        sex,
        address,
        city,
        postcode,
        phone,
        email,
        nhsNumber,
        chiNumber,
        motherName,
        identifiers,
        extras);
  }

  public static Builder withId(String id) {
    return new Builder(id);
  }

  @Override
  public String toString() {
    return "Person[masked]";
  }

  /** Gathers a record; what is never told stays absent. */
  public static final class Builder {
    private final String id;
    private String source = "";
    private String givenName = "";
    private String middleName = "";
    private String familyName = "";
    private List<String> previousFamilyNames = List.of();
    private String birthDate = "";
    private String sex = "";
    private String address = "";
    private String city = "";
    private String postcode = "";
    private String phone = "";
    private String email = "";
    private String nhsNumber = "";
    private String chiNumber = "";
    private String motherName = "";
    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private final Map<String, String> extras = new LinkedHashMap<>();

    private Builder(String id) {
      this.id = id;
    }

    public Builder source(String value) {
      source = value;
      return this;
    }

    public Builder givenName(String value) {
      givenName = value;
      return this;
    }

    public Builder middleName(String value) {
      middleName = value;
      return this;
    }

    public Builder familyName(String value) {
      familyName = value;
      return this;
    }

    public Builder previousFamilyNames(List<String> values) {
      previousFamilyNames = values;
      return this;
    }

    public Builder birthDate(String value) {
      birthDate = value;
      return this;
    }

    public Builder sex(String value) {
      sex = value;
      return this;
    }

    public Builder address(String value) {
      address = value;
      return this;
    }

    public Builder city(String value) {
      city = value;
      return this;
    }

    public Builder postcode(String value) {
      postcode = value;
      return this;
    }

    public Builder phone(String value) {
      phone = value;
      return this;
    }

    public Builder email(String value) {
      email = value;
      return this;
    }

    public Builder nhsNumber(String value) {
      nhsNumber = value;
      return this;
    }

    public Builder chiNumber(String value) {
      chiNumber = value;
      return this;
    }

    public Builder motherName(String value) {
      motherName = value;
      return this;
    }

    public Builder identifier(String name, String value) {
      identifiers.put(name, value);
      return this;
    }

    public Builder extra(String name, String value) {
      extras.put(name, value);
      return this;
    }

    public Person build() {
      return new Person(
          id,
          source,
          givenName,
          middleName,
          familyName,
          previousFamilyNames,
          birthDate,
          sex,
          address,
          city,
          postcode,
          phone,
          email,
          nhsNumber,
          chiNumber,
          motherName,
          identifiers,
          extras);
    }
  }
}
