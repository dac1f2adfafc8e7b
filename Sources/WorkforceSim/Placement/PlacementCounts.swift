// SPDX-License-Identifier: GPL-3.0-or-later

/// What placement did in one region and stage in one year.
package struct PlacementCounts: Hashable, Sendable {
  /// Teachers of covered schools when the phase begins, those without a school included.
  package var covered = 0
  /// Teachers who competed for the posts of their own school.
  package var competing = 0
  /// Of them, those who kept a post there.
  package var placedInSchool = 0
  /// Teachers without a post before the cross-school round.
  package var displaced = 0
  /// Teachers in post who applied to other schools.
  package var applicants = 0
  /// Teachers placed at another school by deferred acceptance.
  package var placedCrossSchool = 0
  /// The sum of the places, from 1, that their schools had in their lists.
  package var preferenceRanks = 0
  /// Pairs of teacher and post that would rather have each other; 0 if the match is stable.
  package var blockingPairs = 0
  /// Teachers assigned by the county.
  package var countyAssigned = 0
  /// Of them, those for whom a post of another subject was converted.
  package var postConversions = 0
  /// Of them, those who hold a post of the county's reserve.
  package var reservePostsUsed = 0
  /// Teachers who refused their assignment.
  package var refused = 0
  /// Teachers on standby at the end of the phase.
  package var standby = 0
  /// Teachers who left at the end of their standby.
  package var standbyEnded = 0
  /// Teachers due to rotate.
  package var dueToRotate = 0
  /// Of them, those who moved, by whatever way.
  package var rotated = 0
  /// Of them, those who exchanged schools of their own will.
  package var rotatedByExchange = 0
  /// Of those who rotated, the backbone teachers.
  package var rotatedBackbone = 0
  /// Hires who were posted to a school.
  package var hiresPosted = 0

  /// Creates empty counts.
  package init() {}
}
