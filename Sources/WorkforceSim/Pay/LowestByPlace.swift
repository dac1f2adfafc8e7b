// SPDX-License-Identifier: GPL-3.0-or-later

/// The lowest few of the numbers that are offered at each of several places.
///
/// A number that is not among the lowest so far is forgotten at once, so nothing has to be sorted.
package struct LowestByPlace {
  /// The numbers of all places, one place after another, each in rising order.
  private var numbers: [UInt64]
  /// The first number of each place, and one more.
  private let starts: [Int]
  /// The end of the numbers that each place holds.
  private var ends: [Int]

  /// The numbers below which each place takes one: its highest, as long as it has no room.
  private var limits: [UInt64]

  /// Creates places that hold nothing yet.
  ///
  /// - Parameter capacities: How many numbers each place can hold.
  package init(capacities: [Int]) {
    var starts = [0]
    starts.reserveCapacity(capacities.count + 1)
    for capacity in capacities { starts.append(starts[starts.count - 1] + capacity) }
    self.numbers = [UInt64](repeating: 0, count: starts[capacities.count])
    self.ends = Array(starts.dropLast())
    self.starts = starts
    self.limits = capacities.map { $0 > 0 ? .max : 0 }
  }

  /// Whether the place has room for a number or holds a higher one.
  ///
  /// - Parameters:
  ///   - number: The number, below the highest one of its type.
  ///   - place: The place.
  /// - Returns: Whether ``offer(_:at:)`` would keep it.
  @inline(__always)
  package func accepts(_ number: UInt64, at place: Int) -> Bool { number < limits[place] }

  /// Keeps a number if the place accepts it.
  ///
  /// - Parameters:
  ///   - number: The number, below the highest one of its type.
  ///   - place: The place.
  package mutating func offer(_ number: UInt64, at place: Int) {
    guard accepts(number, at: place) else { return }
    insert(number, at: place)
    if ends[place] == starts[place + 1] { limits[place] = numbers[ends[place] - 1] }
  }

  private mutating func insert(_ number: UInt64, at place: Int) {
    let start = starts[place]
    if ends[place] < starts[place + 1] { ends[place] += 1 }
    var position = ends[place] - 1
    while position > start, numbers[position - 1] > number {
      numbers[position] = numbers[position - 1]
      position -= 1
    }
    numbers[position] = number
  }

  /// The numbers that the places hold, one place after another.
  package var all: [UInt64] {
    var all: [UInt64] = []
    all.reserveCapacity(numbers.count)
    for place in ends.indices where ends[place] > starts[place] { all += self[place] }
    return all
  }

  /// The numbers that a place holds, in rising order.
  package subscript(place: Int) -> ArraySlice<UInt64> { numbers[starts[place]..<ends[place]] }
}
