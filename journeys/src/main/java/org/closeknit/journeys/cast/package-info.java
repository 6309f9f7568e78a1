/**
 * The made-up agencies, the people who work there, and what they have agreed: the same each time.
 */
@NullMarked
package org.closeknit.journeys.cast;

import org.jspecify.annotations.NullMarked;
