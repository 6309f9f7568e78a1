/**
 * How every page looks: frame, components, written dates and numbers. The first room; it knows no
 * other.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.closeknit.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
