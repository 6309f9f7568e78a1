/** The journeys of people, in a real browser. */
@NullMarked
package org.closeknit.journeys.browser;

import org.jspecify.annotations.NullMarked;
