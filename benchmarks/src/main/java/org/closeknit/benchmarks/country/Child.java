package org.closeknit.benchmarks.country;

import java.time.LocalDate;
import java.util.List;

/** Who a child is, whatever agencies write. Names with their forms, the usual first. */
record Child(
    int person,
    String background,
    List<String> given,
    List<String> family,
    String otherFamily,
    LocalDate born,
    int birthOrder,
    boolean girl,
    String nhsNumber,
    List<Home> homes,
    String phone,
    String mother,
    String school) {

  record Home(String address, String postcode) {}
}
