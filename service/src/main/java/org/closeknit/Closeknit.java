package org.closeknit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Closeknit")
public class Closeknit {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Closeknit.class);
    application.addInitializers(new ReachableSafely(), new OwnDatabase());
    application.run(args);
  }
}
