/**
 * The child's record: who the child is, by every agency's own record of them; a Permit opens it.
 */
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
      "review"
    })
@NullMarked
package org.closeknit.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
