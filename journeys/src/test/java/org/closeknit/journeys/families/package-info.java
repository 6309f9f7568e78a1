@NullMarked
package org.closeknit.journeys.families;

import org.jspecify.annotations.NullMarked;
