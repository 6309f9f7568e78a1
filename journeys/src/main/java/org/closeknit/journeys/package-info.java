/** The whole told as stories over the wire, and the made-up families that live in them. */
@NullMarked
package org.closeknit.journeys;

import org.jspecify.annotations.NullMarked;
