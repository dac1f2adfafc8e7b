// SPDX-License-Identifier: GPL-3.0-or-later

extension Double {
  /// How much a figure is more than another one, or 0 where only rounding tells them apart.
  ///
  /// The same numbers added up in another order differ in their last digits, and what is needed less
  /// what is there may leave 4·10⁻¹⁵ of a post where it leaves nothing. Figures are people, posts,
  /// lessons, shares or money, of which a billionth is nothing; of large ones, so is what their digits
  /// do not hold (a hundredth in ten billion is something, of sixteen digits).
  ///
  /// - Parameters:
  ///   - other: The figure that is taken away.
  ///   - precision: How precisely both are kept.
  /// - Returns: This figure less the other one; no number if either is none.
  @inline(__always)
  package func difference(
    from other: Double,
    keptIn precision: FigurePrecision = .double,
  ) -> Double {
    (self - other).cleared(ofRounding: Swift.max(magnitude, other.magnitude), keptIn: precision)
  }

  /// This difference, or 0 if rounding can make it of equal figures.
  ///
  /// - Parameters:
  ///   - size: The size of the figures that it is the difference of, or the sum of their sizes.
  ///   - precision: How precisely they are kept.
  /// - Returns: The difference.
  @inline(__always)
  package func cleared(
    ofRounding size: Double,
    keptIn precision: FigurePrecision = .double,
  ) -> Double {
    magnitude <= Swift.max(1e-9, precision.rounding * size) ? 0 : self
  }
}
