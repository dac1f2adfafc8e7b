// SPDX-License-Identifier: GPL-3.0-or-later

/// How the hires of a channel are shared out to sexes, ages, degrees and titles.
final class HireShares {
  /// The shares of one year after another, by those of sexes, ages, degrees and titles that are given.
  typealias OfYears = WorkedOut<[ParameterValues?], HireShares>

  let sex: HireAttribute
  let age: HireAttribute
  let degree: HireAttribute
  let title: HireAttribute

  /// Prepares the shares.
  ///
  /// - Parameters:
  ///   - shares: Those of sexes, ages, degrees and titles; `nil` where none are given.
  ///   - dimensions: The scenario's dimensions.
  init(_ shares: [ParameterValues?], dimensions: Dimensions) {
    func table(_ place: Int, along axis: Axis) -> ShareTable {
      if let values = shares[place] { return ShareTable(values, along: axis) }
      // Without a profile all hires are the first member: the lowest title, the first degree.
      let first = (0..<dimensions.count(axis)).map { $0 == 0 ? 1.0 : 0 }
      let values = ParameterValues(axes: [axis], shape: [first.count], values: first)
      return ShareTable(values, along: axis)
    }
    self.sex = HireAttribute(table(0, along: .sex), dimensions)
    self.age = HireAttribute(table(1, along: .age), by: .sex, dimensions)
    self.degree = HireAttribute(table(2, along: .degree), by: .sex, dimensions)
    self.title = HireAttribute(table(3, along: .title), by: .degree, dimensions)
  }
}
