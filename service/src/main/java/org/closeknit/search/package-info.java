/** Somebody looks for a child among those whom they may open, by whatever they know of it. */
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
      "child",
      "plan"
    })
@NullMarked
package org.closeknit.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
