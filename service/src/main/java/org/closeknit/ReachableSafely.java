package org.closeknit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * What stands in the records never travels in the clear: an address that other machines can reach
 * is refused unless the service itself speaks TLS or a named proxy in front of it does.
 */
final class ReachableSafely
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final List<String> TLS =
      List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    for (String property : List.of("server.address", "management.server.address")) {
      String address = environment.getProperty(property, "");
      boolean unsaid = property.startsWith("management") && address.isBlank();
      if (!unsaid && !isLoopback(address) && !speaksTls(environment) && !behindProxy(environment)) {
        throw new CannotStart(
            "%s=%s would let other machines read children's records in the clear"
                .formatted(property, address),
            "Give a certificate (server.ssl.*), or name the proxy that speaks TLS in front"
                + " (closeknit.proxy=NAME with server.forward-headers-strategy=native), or keep"
                + " the address 127.0.0.1.");
      }
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean speaksTls(Environment environment) {
    return environment.getProperty("server.ssl.enabled", Boolean.class, true)
        && TLS.stream().anyMatch(environment::containsProperty);
  }

  private static boolean behindProxy(ConfigurableEnvironment environment) {
    String strategy = environment.getProperty("server.forward-headers-strategy", "none");
    return !environment.getProperty("closeknit.proxy", "").isBlank()
        && !strategy.equalsIgnoreCase("none");
  }
}
