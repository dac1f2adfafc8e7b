// SPDX-License-Identifier: GPL-3.0-or-later

extension Calibration {
  /// The factors on the present value that are tried while the figure stands still.
  ///
  /// First a half and twice as much, then a tenth and ten times, then nothing at all, and last the
  /// other sign, where the unit has one.
  private static let widening = [0.5, 2, 1 / farthest, farthest, 0, -1, -farthest]

  /// Whether no two tries differ by more than the tolerance, so that they tell no direction.
  var standsStill: Bool {
    guard let low = attempts.min(by: { $0.figure < $1.figure }),
      let high = attempts.max(by: { $0.figure < $1.figure })
    else { return true }
    return isAlike(low, high)
  }

  /// Whether the figures of two tries differ by no more than the tolerance.
  func isAlike(_ first: Attempt, _ second: Attempt) -> Bool {
    let size = max(abs(first.figure), abs(second.figure))
    return abs(first.figure - second.figure) <= tolerance * size
  }

  /// The next wider value that was not tried; `nil` where all were.
  ///
  /// Beginning with 0 the factors are those on 1.
  var wider: Double? {
    let size = start == 0 ? 1 : start
    let values = Self.widening.map { factor in
      // A positive factor may end at the bound; beyond it there is no nothing and no other sign.
      factor > 0 ? unit.range.clamping(factor * size) : factor * size
    }
    return values.first { isPossible($0) && !isTried($0) }
  }
}
