/** What is left when everything dies at the worst moment. */
@NullMarked
package org.closeknit.journeys.crash;

import org.jspecify.annotations.NullMarked;
