package org.closeknit.enquiry;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.closeknit.match.Details;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;

/** By what the one who asks names the child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Asked {
  /** With a birth date a slip in the number shows no other child; a machine brings it alone. */
  record ByNumber(NhsNumber number, Optional<PartialDate> birthDate) implements Asked {}

  record ByChi(ChiNumber number, Optional<PartialDate> birthDate) implements Asked {}

  record ByDetails(Details details) implements Asked {}
}
