// SPDX-License-Identifier: GPL-3.0-or-later

/// Where teachers are counted for whom nothing happens, as a sum over their attributes.
///
/// There is a place for each pair of a kind by what depends on careers and a kind by the rest in each
/// group. So teachers are counted once, without their keys, and both tallies follow from the counts.
package final class PayPlaces: Sendable {
  /// The parts of all attributes but grades.
  let parts: KeyParts<Int>
  /// The parts of ages in months, by all differences of months that there are in 16 bits; that of no
  /// age for whoever is not born yet.
  let ofAge: [Int]
  /// The parts of all 256 codes of grades.
  let ofGrade: [Int]
  private let groups: Int
  private let placesOfGroup: Int
  private let groupOfCell: [Int32]
  /// The numbers in the tallies of the kinds of each place of a group, the rest running fastest.
  private let kindsOfPlace: [PaidLeaver.Kinds]
  /// The numbers in the tally of the kinds by what depends on careers.
  private let kindsOfCareers: [Int]
  /// The kinds of each tally.
  private let kindCounts: (careers: Int, others: Int)

  /// The number of places.
  var count: Int { groups * placesOfGroup }

  /// The most places of all groups with which it pays to count at once.
  private static let mostPlaces = 1 << 18

  /// Prepares the places; `nil` if they are too many, or steps make a difference.
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
    let groups = dimensions.groupCount
    let keyCounts = blocks.map(\.classes.keyCount)
    let placesOfGroup = keyCounts[0] * keyCounts[1]
    guard groups * placesOfGroup <= Self.mostPlaces else { return nil }
    func parts(of axis: Axis) -> [Int] {
      blocks.parts(of: axis).map { $0.x * keyCounts[1] + $0.y }
    }
    self.groups = groups
    self.placesOfGroup = placesOfGroup
    self.groupOfCell = keys.groupOfCell
    let kindsOfCareers = (0..<keyCounts[0]).map { careers.number(of: PayKey($0, $0)) }
    self.kindsOfCareers = kindsOfCareers
    self.kindsOfPlace = kindsOfCareers.flatMap { kind in
      (0..<keyCounts[1]).map { (careers: Int32(kind), others: Int32($0)) }
    }
    self.kindCounts = (careers.keys.count, others.keys.count)
    self.parts = KeyParts(dimensions, network: network, of: parts) { $0 * placesOfGroup }
    self.ofAge = (0...UInt16.max).map { [parts = self.parts] months in
      parts.ofAge[min(max(0, Int(Int16(bitPattern: months))) / 12, parts.ofAge.count - 1)]
    }
    let grades = parts(of: .postGrade)
    self.ofGrade = grades + repeatElement(0, count: 256 - grades.count)
  }

  /// A teacher who leaves.
  ///
  /// - Parameters:
  ///   - cell: The cell of the teacher.
  ///   - place: The place of the teacher who stayed.
  ///   - end: The month after the last one that is paid.
  /// - Returns: The leaver.
  @inline(__always)
  func leaver(from cell: UInt32, at place: Int, until end: Int) -> PaidLeaver {
    let group = groupOfCell[Int(cell)]
    let kinds = kindsOfPlace[place &- Int(group) &* placesOfGroup]
    return PaidLeaver(kinds: kinds, group: group, end: Int32(truncatingIfNeeded: end))
  }

  /// Takes counts apart into those of both tallies, and leaves none.
  ///
  /// - Parameter counts: The teachers at each place.
  /// - Returns: The teachers by group and kind, of careers and of the rest.
  func take(_ counts: inout [Int32]) -> (ofCareers: [Int32], ofOthers: [Int32]) {
    var ofCareers = [Int32](repeating: 0, count: groups * kindCounts.careers)
    var ofOthers: [Int32] = []
    ofOthers.reserveCapacity(groups * kindCounts.others)
    var ofGroup = [Int32](repeating: 0, count: kindCounts.others)
    var first = 0
    for group in 0..<groups {
      ofGroup.replaceAll(with: 0, count: ofGroup.count)
      for kind in kindsOfCareers {
        let places = first..<first + ofGroup.count
        ofCareers[group * kindCounts.careers + kind] = Self.add(counts, at: places, to: &ofGroup)
        Self.clear(&counts, at: places)
        first = places.upperBound
      }
      ofOthers += ofGroup
    }
    return (ofCareers, ofOthers)
  }

  /// Adds the counts of one kind of careers to those of the rest.
  ///
  /// - Returns: Their sum.
  private static func add(
    _ counts: [Int32],
    at places: Range<Int>,
    to ofGroup: inout [Int32],
  ) -> Int32 {
    var ofGroup = ofGroup.mutableSpan
    let kinds = ofGroup.indices
    let counts = counts.span.extracting(places).extracting(kinds)
    var sum: Int32 = 0
    for kind in kinds {
      ofGroup[kind] &+= counts[kind]
      sum &+= counts[kind]
    }
    return sum
  }

  private static func clear(_ counts: inout [Int32], at places: Range<Int>) {
    var counts = counts.mutableSpan
    for place in places { counts[place] = 0 }
  }
}
