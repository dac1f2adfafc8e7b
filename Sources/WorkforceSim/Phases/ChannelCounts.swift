// SPDX-License-Identifier: GPL-3.0-or-later

/// What a channel did in a year, by region and stage.
package struct ChannelCounts: Hashable, Sendable {
  /// The places opened.
  package var planned = 0.0
  /// The applicants.
  package var applicants = 0.0
  /// The offers made.
  package var offers = 0.0
  /// The hires.
  package var hired = 0.0

  /// The places that stayed empty; they stay vacant and are opened again next year.
  package var unfilled: Double { max(0, planned - hired) }

  /// Adds what was done elsewhere.
  ///
  /// - Parameter counts: What was done there.
  mutating func add(_ counts: ChannelCounts) {
    planned += counts.planned
    applicants += counts.applicants
    offers += counts.offers
    hired += counts.hired
  }
}
