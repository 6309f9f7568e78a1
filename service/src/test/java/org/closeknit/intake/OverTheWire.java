package org.closeknit.intake;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.closeknit.RealDatabase;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service on a port of its own; long files are taken in when the test says so. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "closeknit.submissions.limit=32MB",
      "closeknit.submissions.work-by-itself=false",
      // A browser sends a secure cookie to its own machine without TLS; the JDK's client does not.
      "server.servlet.session.cookie.secure=false"
    })
@RealDatabase
public @interface OverTheWire {}
