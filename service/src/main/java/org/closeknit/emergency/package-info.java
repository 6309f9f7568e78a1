/** Opening a child in an emergency, and looking at it afterwards. */
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
      "match"
    })
@NullMarked
package org.closeknit.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
