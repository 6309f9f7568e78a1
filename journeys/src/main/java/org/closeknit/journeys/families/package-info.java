/**
 * Made-up families, and how each agency has them on its books. Pure: a seed, a day and the cast
 * come in, lines of submissions come out.
 */
@NullMarked
package org.closeknit.journeys.families;

import org.jspecify.annotations.NullMarked;
