@NullMarked
package org.closeknit.enquiry;

import org.jspecify.annotations.NullMarked;
