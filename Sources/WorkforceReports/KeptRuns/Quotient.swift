// SPDX-License-Identifier: GPL-3.0-or-later

/// The quotient of two figures.
///
/// - Parameters:
///   - part: The figure that is divided.
///   - whole: The figure that it is divided by.
/// - Returns: The quotient; `nil` if there is nothing to divide by.
func quotient(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
