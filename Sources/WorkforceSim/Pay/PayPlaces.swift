// SPDX-License-Identifier: GPL-3.0-or-later

/// Where teachers are counted in both tallies, as a sum over their attributes.
///
/// The lower half of the sum is the place in the tally of what depends on careers, the upper half that
/// in the other tally, whose places follow. So teachers are counted without their keys, unless more happens to
/// them than that they leave.
package final class PayPlaces: Sendable {
  /// The parts of all attributes but grades.
  let parts: KeyParts<Int>
  /// The parts of all 256 codes of grades until steps and grades rise, and from then on.
  let ofGrade: [Int]
  let ofLaterGrade: [Int]
  /// The places of each tally.
  let ofCareers: Range<Int>
  let ofOthers: Range<Int>
  /// The kinds of each tally.
  private let kinds: (careers: Int, others: Int)

  /// The number of places of both.
  var count: Int { ofOthers.upperBound }

  /// Where the place in the second tally begins.
  private static let upperHalf = 32

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
    let groups = dimensions.groupCount
    let places = groups * careers.keys.count
    self.kinds = (careers.keys.count, others.keys.count)
    self.ofCareers = 0..<places
    self.ofOthers = places..<places + groups * others.keys.count
    self.parts = KeyParts(
      dimensions,
      network: network,
      of: { axis in blocks.parts(of: axis).map { $0.x * both + $0.y << Self.upperHalf } },
    ) { group in
      group * careers.keys.count + (places + group * others.keys.count) << Self.upperHalf
    }
    let grades = blocks.parts(of: .postGrade).map(\.x)
    let rest = repeatElement(0, count: 256 - grades.count)
    self.ofGrade = grades.map { $0 * careers.strides.x } + rest
    self.ofLaterGrade = grades.map { $0 * careers.strides.y } + rest
  }

  /// The place in the tally of what depends on careers.
  @inline(__always)
  static func first(of places: Int) -> Int { places & (1 << upperHalf - 1) }

  /// The place in the other tally.
  @inline(__always)
  static func second(of places: Int) -> Int { places >> upperHalf }

  /// A teacher who leaves.
  ///
  /// - Parameters:
  ///   - places: The places of the teacher who stayed.
  ///   - group: The group.
  ///   - end: The month after the last one that is paid.
  /// - Returns: The leaver.
  @inline(__always)
  func leaver(at places: Int, group: Int32, until end: Int) -> PaidLeaver {
    PaidLeaver(
      careers: Self.first(of: places) - Int(group) * kinds.careers,
      others: Self.second(of: places) - ofOthers.lowerBound - Int(group) * kinds.others,
      group: group,
      end: end,
    )
  }
}
