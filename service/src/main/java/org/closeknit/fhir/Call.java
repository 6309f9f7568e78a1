package org.closeknit.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.closeknit.audit.Asker;
import org.closeknit.enquiry.Asked;
import org.closeknit.enquiry.Presence;
import org.closeknit.enquiry.Question;
import org.closeknit.enquiry.WhyHere;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.Reading;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Reads one call: the number, the headers, and nothing else. */
final class Call {
  static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
  private static final String PATIENT = "patient:identifier";
  private static final Set<String> ABOUT_THE_FORMAT = Set.of("_format", "_pretty");
  private static final int LONGEST_TRACE = 200;

  private Call() {}

  static Question read(RequestDetails request, Set<String> more) {
    Presence presence = unscheduled(request) ? Presence.HERE : Presence.PLANNED;
    String trace = trace(request);
    return new Question(
        asker(),
        new Asked.ByNumber(number(request.getParameters(), more), Optional.empty()),
        WhyHere.NOT_SAID,
        presence,
        trace);
  }

  private static Asker asker() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Asker.System system) {
      return system;
    }
    throw new IllegalStateException("no system asks");
  }

  private static NhsNumber number(Map<String, String[]> parameters, Set<String> more) {
    boolean strange =
        parameters.keySet().stream()
            .anyMatch(name ->
                !name.equals(PATIENT) && !ABOUT_THE_FORMAT.contains(name) && !more.contains(name));
    String[] identifiers = parameters.getOrDefault(PATIENT, new String[0]);
    if (strange || identifiers.length != 1) {
      throw Refused.INVALID_SEARCH.thrown();
    }
    String identifier = identifiers[0].strip();
    if (!identifier.startsWith(NHS_NUMBER + "|")) {
      throw Refused.INVALID_NUMBER.thrown();
    }
    return switch (NhsNumber.read(identifier.substring(NHS_NUMBER.length() + 1))) {
      case Reading.Good<NhsNumber>(NhsNumber number) -> number;
      case Reading.Bad<NhsNumber> unused -> throw Refused.INVALID_NUMBER.thrown();
    };
  }

  /** The guide names the header in two ways; absent counts as unscheduled. */
  private static boolean unscheduled(RequestDetails request) {
    List<String> said =
        java.util.stream.Stream.of("IsUnscheduledAccessEvent", "IsUnscheduledEvent")
            .flatMap(name -> headers(request, name).stream())
            .map(String::strip)
            .distinct()
            .toList();
    if (said.isEmpty()) {
      return true;
    }
    if (said.size() == 1 && said.getFirst().equalsIgnoreCase("true")) {
      return true;
    }
    if (said.size() == 1 && said.getFirst().equalsIgnoreCase("false")) {
      return false;
    }
    throw Refused.INVALID_HEADER.thrown();
  }

  /** Recommended by the guide, not required. */
  private static String trace(RequestDetails request) {
    List<String> said = headers(request, "TraceID");
    if (said.isEmpty()) {
      return "";
    }
    String trace = said.getFirst().strip();
    boolean fit =
        said.size() == 1
            && !trace.isEmpty()
            && trace.length() <= LONGEST_TRACE
            && trace.chars().allMatch(c -> c > ' ' && c < 127);
    if (!fit) {
      throw Refused.INVALID_HEADER.thrown();
    }
    return trace;
  }

  private static List<String> headers(RequestDetails request, String name) {
    return Optional.ofNullable(request.getHeaders(name)).orElse(List.of());
  }
}
