package org.closeknit.journeys;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the files and the service's answers have it. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
