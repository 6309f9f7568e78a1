package org.closeknit.submission;

import java.time.LocalDate;

/**
 * What the check of a line depends on beside the line.
 *
 * @param testNumbers whether this installation holds made-up families, and so takes test numbers
 * @param chiModulus10 whether it takes CHI numbers with the newer check digit
 */
public record Rules(LocalDate today, boolean testNumbers, boolean chiModulus10) {}
