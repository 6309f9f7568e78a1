/** The rules of the routes, the frame around every page, and my day. */
@ApplicationModule(
    allowedDependencies = {
      "pages",
      "person",
      "agency",
      "audit",
      "signin",
      "caseteam",
      "access",
      "notice",
      "match",
      "child"
    })
@NullMarked
package org.closeknit.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
