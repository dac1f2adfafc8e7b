// SPDX-License-Identifier: GPL-3.0-or-later

/// The first member up to which shares exceed a uniform number, which is how a draw picks among shares.
///
/// - Parameters:
///   - uniform: The number, from 0 to below 1.
///   - shares: The shares, which need not add up to one.
/// - Returns: The member; the last one with a share where rounding leaves none, 0 where nobody has one.
func member(at uniform: Double, of shares: [Double]) -> Int {
  let total = shares.reduce(0, +)
  var sum = 0.0
  var last = 0
  for (member, share) in shares.enumerated() where share > 0 {
    sum += share
    last = member
    if uniform < sum / total { break }
  }
  return last
}
