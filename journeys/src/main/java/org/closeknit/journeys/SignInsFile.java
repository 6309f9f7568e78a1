package org.closeknit.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sign-ins file: who may sign in and with what, drawn from the bootstrap file. */
final class SignInsFile {

  private SignInsFile() {}

  static byte[] of(JsonNode bootstrap) {
    Map<String, JsonNode> agencies =
        bootstrap
            .get("agencies")
            .valueStream()
            .collect(Collectors.toMap(agency -> text(agency, "id"), Function.identity()));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("people", each(bootstrap, "staff", staff -> person(staff, agencies)));
    file.put("machines", each(bootstrap, "machines", machine -> machine(machine, agencies)));
    return Json.write(file);
  }

  private static <T> List<T> each(JsonNode bootstrap, String name, Function<JsonNode, T> change) {
    return bootstrap.get(name).valueStream().map(change).toList();
  }

  private static Map<String, @Nullable Object> person(
      JsonNode staff, Map<String, JsonNode> agencies) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("user", text(staff, "user"));
    object.put("password", text(staff, "password"));
    object.put("totp", staff.get("totp").isNull() ? null : text(staff, "totp"));
    object.put("name", text(staff, "name"));
    object.put("role", text(staff, "role"));
    object.put("agency", text(agency(staff, agencies), "name"));
    return object;
  }

  private static Map<String, Object> machine(JsonNode machine, Map<String, JsonNode> agencies) {
    JsonNode agency = agency(machine, agencies);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("clientId", text(machine, "clientId"));
    object.put("clientSecret", text(machine, "clientSecret"));
    object.put("agency", text(agency, "name"));
    object.put("kind", text(agency, "kind"));
    object.put("nation", text(agency, "nation"));
    object.put("scopes", machine.get("scopes").valueStream().map(JsonNode::asString).toList());
    return object;
  }

  private static JsonNode agency(JsonNode of, Map<String, JsonNode> agencies) {
    JsonNode agency = agencies.get(text(of, "agency"));
    if (agency == null) {
      throw new IllegalStateException("bootstrap.json names an agency that it does not hold");
    }
    return agency;
  }

  private static String text(JsonNode object, String name) {
    return object.get(name).asString();
  }
}
