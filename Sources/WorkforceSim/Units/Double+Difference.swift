// SPDX-License-Identifier: GPL-3.0-or-later

extension Double {
  /// How much a figure is more than another one, or 0 where only rounding tells them apart.
  ///
  /// The same numbers added up in another order differ in their last digits, and what is needed less
  /// what is there may leave 4·10⁻¹⁵ of a post where it leaves nothing. Figures are people, posts,
  /// lessons, shares or money, of which a billionth is nothing; of large ones, so is what sixteen
  /// digits do not hold (a hundredth in ten billion is something).
  ///
  /// - Parameter other: The figure that is taken away.
  /// - Returns: This figure less the other one; no number if either is none.
  @inline(__always)
  package func difference(from other: Double) -> Double {
    let difference = self - other
    let rounding = 1e-13 * Swift.max(magnitude, other.magnitude)
    return difference.magnitude <= Swift.max(1e-9, rounding) ? 0 : difference
  }
}
