// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers of which some are put where they stand once all are sorted.
///
/// A few quantiles do not need the order of the numbers between them, which takes most of the time
/// of sorting. Source: C. A. R. Hoare, Algorithm 65: Find, Communications of the ACM 4 (1961), 321;
/// equal numbers are taken together, after E. W. Dijkstra, A Discipline of Programming, 1976,
/// chapter 14.
enum OrderStatistics {
  /// Puts numbers where they stand once all are sorted; the others stand on the right side of them.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - matters: Whether any of some neighbouring places is to be put right.
  static func arrange(_ numbers: inout [Double], where matters: (Range<Int>) -> Bool) {
    // Splits halve a list on average; whatever splits worse is sorted.
    let range = numbers.indices
    let splits = 2 * (Int.bitWidth - range.count.leadingZeroBitCount)
    var span = numbers.mutableSpan
    arrange(&span, range, where: matters, splits: splits)
  }

  /// The numbers up to which sorting by insertion is fastest.
  private static let fewest = 16

  private static func arrange(
    _ numbers: inout MutableSpan<Double>,
    _ range: Range<Int>,
    where matters: (Range<Int>) -> Bool,
    splits: Int,
  ) {
    guard matters(range) else { return }
    guard range.count > fewest else { return insertionSort(&numbers, range) }
    guard splits > 0 else { return sort(&numbers, range) }
    let pivot = median(
      numbers[range.lowerBound],
      numbers[range.lowerBound + range.count / 2],
      numbers[range.upperBound - 1],
    )
    let low = gather(&numbers, range) { $0 < pivot }
    if low > range.lowerBound {
      arrange(&numbers, range.lowerBound..<low, where: matters, splits: splits - 1)
      arrange(&numbers, low..<range.upperBound, where: matters, splits: splits - 1)
    } else {
      // The pivot is the least number, and all that are equal to it stand right at once.
      let high = gather(&numbers, range) { $0 == pivot }
      arrange(&numbers, high..<range.upperBound, where: matters, splits: splits - 1)
    }
  }

  /// Puts the numbers that meet a condition first.
  ///
  /// Each number changes places with the first one that does not meet it, so that there is no branch,
  /// which would go either way too often to be foreseen.
  ///
  /// - Returns: The place after them.
  @inline(__always)
  private static func gather(
    _ numbers: inout MutableSpan<Double>,
    _ range: Range<Int>,
    where isFirst: (Double) -> Bool,
  ) -> Int {
    var end = range.lowerBound
    for place in range {
      let number = numbers[place]
      numbers[place] = numbers[end]
      numbers[end] = number
      end &+= isFirst(number) ? 1 : 0
    }
    return end
  }

  private static func median(_ first: Double, _ second: Double, _ third: Double) -> Double {
    max(min(first, second), min(max(first, second), third))
  }

  private static func sort(_ numbers: inout MutableSpan<Double>, _ range: Range<Int>) {
    for (place, number) in zip(range, range.map { numbers[$0] }.sorted()) {
      numbers[place] = number
    }
  }

  private static func insertionSort(_ numbers: inout MutableSpan<Double>, _ range: Range<Int>) {
    for place in range.dropFirst() {
      let number = numbers[place]
      var target = place
      while target > range.lowerBound, numbers[target &- 1] > number {
        numbers[target] = numbers[target &- 1]
        target &-= 1
      }
      numbers[target] = number
    }
  }
}
