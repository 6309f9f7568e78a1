package org.closeknit.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service was started with a certificate that nobody here trusts. */
class ACertificateOfOnesOwn {
  private static final String SECRET = "a long enough secret";
  private static final Machine MACHINE = new Machine("clerk-system", "secret", "Northmere Council");

  @TempDir Path folder;

  @Test
  void who_brings_the_families_in_is_told_what_to_do_and_sends_nothing() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(withACertificateOfItsOwn()));
    server.start();
    try (var remote =
        new Remote(
            URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
            Duration.ofMillis(1))) {
      assertThatThrownBy(() -> remote.submit(MACHINE, "people", "k", new byte[0]))
          .isInstanceOf(CommandLine.Failed.class)
          .hasMessageContaining("without TLS on 127.0.0.1")
          .hasMessageNotContaining("\n");
    } finally {
      server.stop(0);
    }
  }

  private SSLContext withACertificateOfItsOwn() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-alias",
                "own",
                "-keystore",
                store.toString(),
                "-storepass",
                SECRET)
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    keytool.waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, SECRET.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
