/** The service as a process of its own, and the people and machines who come to it. */
@NullMarked
package org.closeknit.journeys.running;

import org.jspecify.annotations.NullMarked;
