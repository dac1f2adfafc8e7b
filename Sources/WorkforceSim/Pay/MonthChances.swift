// SPDX-License-Identifier: GPL-3.0-or-later

/// The chances that what happens falls into each of the twelve months of a window, reason by reason.
struct MonthChances: Sendable {
  /// The months of a window but the last one.
  private static let monthsBeforeLast = 11

  /// For each reason and month but the last one, the chance of the month or one before it.
  private let cumulative: [Double]

  /// Adds up weights of months.
  ///
  /// - Parameters:
  ///   - weights: For each reason, its weights by calendar month; all months are alike without any.
  ///   - start: The first month of the window.
  init(_ weights: [ParameterValues?], from start: Month) {
    cumulative = weights.flatMap { weights in
      let ordered = (0...Self.monthsBeforeLast).map { month in
        weights?[(.month, (start + month).month - 1)] ?? 1
      }
      let total = ordered.reduce(0, +)
      var sum = 0.0
      return ordered.dropLast().map { weight in
        sum += total > 0 ? weight / total : 1 / 12
        return sum
      }
    }
  }

  /// The month into which a draw falls.
  ///
  /// - Parameters:
  ///   - draw: The draw, from 0 to below 1.
  ///   - reason: The reason.
  /// - Returns: The month of the window, from 0.
  @inline(__always)
  func month(of draw: Double, reason: Int = 0) -> Int {
    let first = reason * Self.monthsBeforeLast
    // Begun where it would be if all months were alike, so that there is little to look for.
    var month = Int(draw * Double(Self.monthsBeforeLast + 1))
    while month > 0, draw < cumulative[first + month - 1] { month -= 1 }
    while month < Self.monthsBeforeLast, draw >= cumulative[first + month] { month += 1 }
    return month
  }
}
