/** For those who answer for looking: which looks nothing explains, and whom one has to ask. */
@ApplicationModule(
    allowedDependencies = {
      "pages",
      "person",
      "agency",
      "audit",
      "caseteam",
      "access",
      "notice",
      "match",
      "child"
    })
@NullMarked
package org.closeknit.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
