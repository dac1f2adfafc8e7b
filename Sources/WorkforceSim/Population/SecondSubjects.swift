// SPDX-License-Identifier: GPL-3.0-or-later

/// How many teachers of a subject can also teach another one, and which.
///
/// The shares of the other subjects add up to at most one; the rest have no second subject. Shares
/// that add up to more after uncertain draws are scaled to one. A share of the own subject counts
/// as none.
package struct SecondSubjects: Sendable {
  /// The shares of the other subjects, subject by subject for each stage and main subject.
  private let shares: [Double]
  /// The sums of these shares, but at least one: what they are scaled by.
  private let wholes: [Double]
  private let count: Int

  /// Prepares the shares.
  ///
  /// - Parameters:
  ///   - shares: The shares by stage, subject and other subject.
  ///   - dimensions: The scenario's dimensions.
  package init(_ shares: ParameterValues, dimensions: Dimensions) {
    let count = dimensions.subjectCount
    self.count = count
    let ofFields = (0..<dimensions.stageCount).flatMap { stage in
      (0..<count).flatMap { subject in
        (0..<count).map { other in
          other == subject
            ? 0 : shares[(.stage, stage), (.subject, subject), (.nextSubject, other)]
        }
      }
    }
    self.shares = ofFields
    self.wholes = stride(from: 0, to: ofFields.count, by: count).map { first in
      max(1, ofFields[first..<first + count].reduce(0, +))
    }
  }

  /// The position of a teaching field among all pairs of stages and subjects.
  private func position(of field: TeachingField) -> Int { field.stage * count + field.subject }

  /// The second subjects of a teaching field that occur, and their shares; none comes last.
  ///
  /// - Parameter field: The stage and the main subject.
  /// - Returns: The subjects and shares; the shares add up to one.
  package func shares(of field: TeachingField) -> [(subject: UInt8, share: Double)] {
    let position = position(of: field)
    var rest = 1.0
    var result: [(subject: UInt8, share: Double)] = []
    for subject in 0..<count {
      let share = shares[position * count + subject] / wholes[position]
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
    let position = position(of: field)
    var remaining = uniform * wholes[position]
    for subject in 0..<count {
      remaining -= shares[position * count + subject]
      if remaining < 0 { return UInt8(subject) }
    }
    return Teacher.noSubject
  }
}
