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
  }

  /// Keeps a number if the place has room for it or holds a higher one.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - place: The place.
  @inline(__always)
  package mutating func offer(_ number: UInt64, at place: Int) {
    let end = ends[place]
    guard end < starts[place + 1] || (end > starts[place] && number < numbers[end - 1]) else {
      return
    }
    insert(number, at: place)
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

  /// The numbers that a place holds, in rising order.
  package subscript(place: Int) -> ArraySlice<UInt64> { numbers[starts[place]..<ends[place]] }
}
