/**
 * Values about anyone: names, dates, numbers, the ids of records and children. The first room; it
 * knows no other.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.closeknit.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
