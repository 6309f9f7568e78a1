@NullMarked
package org.closeknit.fhir;

import org.jspecify.annotations.NullMarked;
