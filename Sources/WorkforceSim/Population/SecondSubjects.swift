// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers of a subject can also teach another one, and which.
///
/// The shares of the other subjects add up to at most one; the rest have no second subject. Shares
/// that add up to more after uncertain draws are scaled to one. A share of the own subject counts
/// as none.
package struct SecondSubjects: Sendable {
  private let shares: ParameterValues
  private let count: Int

  /// Prepares the shares.
  ///
  /// - Parameters:
  ///   - shares: The shares by stage, subject and other subject.
  ///   - dimensions: The scenario's dimensions.
  package init(_ shares: ParameterValues, dimensions: Dimensions) {
    self.shares = shares
    self.count = dimensions.subjectCount
  }

  /// The share of a teaching field's teachers who can also teach another subject.
  private func share(of subject: Int, in field: TeachingField) -> Double {
    subject == field.subject
      ? 0 : shares[(.stage, field.stage), (.subject, field.subject), (.nextSubject, subject)]
  }

  /// The sum of the shares, but at least one: what they are scaled by.
  private func whole(_ field: TeachingField) -> Double {
    max(1, (0..<count).reduce(0) { $0 + share(of: $1, in: field) })
  }

  /// The second subjects of a teaching field that occur, and their shares; none comes last.
  ///
  /// - Parameter field: The stage and the main subject.
  /// - Returns: The subjects and shares; the shares add up to one.
  package func shares(of field: TeachingField) -> [(subject: UInt8, share: Double)] {
    let whole = whole(field)
    var rest = 1.0
    var result: [(subject: UInt8, share: Double)] = []
    for subject in 0..<count {
      let share = share(of: subject, in: field) / whole
      guard share > 0 else { continue }
      result.append((UInt8(subject), share))
      rest -= share
    }
    // What the rounding of the sum leaves is nobody.
    return rest > 1e-9 ? result + [(Teacher.noSubject, rest)] : result
  }

  /// The second subject that a uniform draw picks.
  ///
  /// - Parameters:
  ///   - uniform: The draw, between 0 and 1.
  ///   - field: The stage and the main subject.
  /// - Returns: The subject, or `Teacher.noSubject`.
  package func pick(_ uniform: Double, of field: TeachingField) -> UInt8 {
    var remaining = uniform * whole(field)
    for subject in 0..<count {
      remaining -= share(of: subject, in: field)
      if remaining < 0 { return UInt8(subject) }
    }
    return Teacher.noSubject
  }
}
