@NullMarked
package org.closeknit.journeys;

import org.jspecify.annotations.NullMarked;
