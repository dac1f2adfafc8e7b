// SPDX-License-Identifier: GPL-3.0-or-later

/// The chances that what happens falls into each of the twelve months of a window, reason by reason.
struct MonthChances: Sendable {
  private static let months = 12

  /// For each reason, how many random words fall before each month, and before the end of the last one.
  private let bounds: [UInt64]

  /// Adds up weights of months.
  ///
  /// - Parameters:
  ///   - weights: For each reason, its weights by calendar month; all months are alike without any.
  ///   - start: The first month of the window.
  init(_ weights: [ParameterValues?], from start: Month) {
    bounds = weights.flatMap { weights in
      let ordered = (0..<Self.months).map { month in
        weights?[(.month, (start + month).month - 1)] ?? 1
      }
      let total = ordered.reduce(0, +)
      var sum = 0.0
      let inner = ordered.dropLast().map { weight in
        sum += total > 0 ? weight / total : 1 / 12
        return DecisionStream.words(below: sum)
      }
      return [0] + inner + [1 << 32]
    }
  }

  /// The month into which a draw falls.
  ///
  /// - Parameters:
  ///   - word: The random word of the draw.
  ///   - reason: The reason.
  /// - Returns: The month of the window, from 0.
  @inline(__always)
  func month(of word: UInt32, reason: Int = 0) -> Int {
    let first = reason &* (Self.months &+ 1)
    let word = UInt64(word)
    // Begun where it would be if all months were alike, so that there is little to look for.
    var month = Int((word &* UInt64(Self.months)) >> 32)
    while word < bounds[first &+ month] { month &-= 1 }
    while word >= bounds[first &+ month &+ 1] { month &+= 1 }
    return month
  }
}
