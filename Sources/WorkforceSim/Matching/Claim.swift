// SPDX-License-Identifier: GPL-3.0-or-later

/// An applicant as a school sees it: the smaller claim is the better one.
///
/// Claims are compared by the school's rank; equal ranks by the applicant's position, so that two
/// applicants never tie.
struct Claim: Comparable, Sendable {
  /// The place the school gives the applicant; smaller is better.
  var rank: UInt64
  /// The position of the applicant in the market.
  var applicant: Int32

  /// A claim no applicant has, better than all of theirs.
  static let best = Claim(rank: 0, applicant: -1)

  static func < (left: Claim, right: Claim) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.applicant < right.applicant
  }
}
