// SPDX-License-Identifier: GPL-3.0-or-later

/// Where teachers are counted in both tallies, as a sum over their attributes.
///
/// The lower half of the sum is the place in the tally of what depends on careers, the upper half that
/// in the other tally. So teachers for whom nothing happens are counted without their keys.
package final class PayPlaces: Sendable {
  /// The parts of all attributes but grades.
  let parts: KeyParts<Int>
  /// The parts of grades until steps and grades rise, and from then on.
  let ofGrade: [Int]
  let ofLaterGrade: [Int]
  /// The place of those who are not counted.
  let nowhere: Int

  /// The kinds of both tallies.
  private let counts: SIMD2<Int>

  /// Where the place in the second tally begins.
  static let upperHalf = 32

  /// Prepares the places; `nil` if kinds or groups are too many, or steps make a difference.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of careers and of the rest.
  ///   - keys: The keys of teachers in them.
  ///   - careers: The kinds by what depends on careers.
  ///   - others: The kinds by the rest.
  ///   - dimensions: The scenario's dimensions.
  ///   - network: The schools; `nil` if they are not modelled.
  init?(
    _ blocks: [PayBlock],
    _ keys: PayKeys,
    careers: PossibleKinds?,
    others: PossibleKinds?,
    _ dimensions: Dimensions,
    network: SchoolNetwork?,
  ) {
    guard let careers, let others, !keys.usesSteps, !keys.careersChangeOthers
    else { return nil }
    let both = careers.strides.x + careers.strides.y
    func start(of group: Int) -> Int {
      group * careers.keys.count + (group * others.keys.count) << Self.upperHalf
    }
    self.counts = SIMD2(careers.keys.count, others.keys.count)
    self.nowhere = start(of: dimensions.groupCount)
    self.parts = KeyParts(
      dimensions,
      network: network,
      of: { axis in blocks.parts(of: axis).map { $0.x * both + $0.y << Self.upperHalf } },
      ofGroup: start,
    )
    let grades = blocks.parts(of: .postGrade).map(\.x)
    self.ofGrade = grades.map { $0 * careers.strides.x }
    self.ofLaterGrade = grades.map { $0 * careers.strides.y }
  }

  /// A teacher who leaves.
  ///
  /// - Parameters:
  ///   - place: The place of the teacher who stayed.
  ///   - group: The group.
  ///   - end: The month after the last one that is paid.
  @inline(__always)
  func leaver(at place: Int, group: Int32, until end: Int) -> PaidLeaver {
    let (first, second) = (place & (1 << Self.upperHalf - 1), place >> Self.upperHalf)
    return PaidLeaver(
      careers: first - Int(group) * counts.x,
      others: second - Int(group) * counts.y,
      group: group,
      end: end,
    )
  }
}
