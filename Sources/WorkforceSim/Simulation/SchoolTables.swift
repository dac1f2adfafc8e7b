// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of schools and placement: their measures and how a year fills them.
package enum SchoolTables {
  /// The measures of the network, by region and stage; a school counts in its first stage.
  package static let networkMeasures = [
    "schools", "key_schools", "opened", "extended", "merged",
  ]
  /// The measures of a school.
  package static let schoolMeasures = [
    "open", "pupils", "classes", "posts", "teachers", "need", "joined", "left",
  ]
  /// The steps in which each measure of a school is recorded: need in tenths, the others whole.
  package static let schoolSteps: [Double] = [1, 1, 1, 1, 1, 10, 1, 1]
  /// The measures of placement, by region and stage.
  package static let placementMeasures =
    [
      "covered", "competing", "placed_in_school", "displaced", "applicants",
      "placed_cross_school", "preference_rank", "preference_rank_sum", "blocking_pairs",
      "county_assigned", "post_conversions", "reserve_posts_used", "refused", "standby",
      "standby_ended", "hires_posted", "due_to_rotate", "rotated", "rotated_by_exchange",
      "rotated_backbone", "rotation_share", "backbone_share", "duty_met",
    ] + SchoolBalance.figures.flatMap { ["\($0)_cv_before", "\($0)_cv_after"] }
    + ["balance_limit", "balance_limit_met"]
}

/// What a year leaves behind about schools and placement.
package struct SchoolFigures: Sendable {
  /// The schools on the counting day.
  package var state: SchoolState
  /// What placement did, by group.
  package var placement: [PlacementCounts]
  /// The coefficients of balance before placement, by group and figure.
  package var balanceBefore: [Double]
  /// The coefficients of balance on the counting day, by group and figure.
  package var balanceAfter: [Double]
  /// The largest coefficient that the standard allows, by group; 0 sets none.
  package var balanceLimit: [Double]
  /// Whether rotation met its duty, by group; `nil` without rotation.
  package var rotationDuty: (share: [Double], backbone: [Double])?
  /// The teachers of each school on the counting day.
  package var teachers: [Double]
  /// The teachers who joined each school within the year.
  package var joined: [Double]
  /// The teachers who left each school within the year.
  package var left: [Double]

  /// The table of the network.
  package func network(_ dimensions: Dimensions) -> [Double] {
    let width = SchoolTables.networkMeasures.count
    var result = [Double](repeating: 0, count: dimensions.groupCount * width)
    let network = state.network
    for number in 0..<network.count {
      guard let unit = network.units(of: number).first else { continue }
      let start = network.unitGroup[unit] * width
      if state.isOpen[number] {
        result[start] += 1
        if network.isKeySchool[number] { result[start + 1] += 1 }
      }
      switch state.changes[number] {
      case .none: break
      case .opened: result[start + 2] += 1
      case .extended: result[start + 3] += 1
      case .merged: result[start + 4] += 1
      }
    }
    return result
  }

  /// The table of schools.
  package var schools: [Double] {
    let network = state.network
    var result: [Double] = []
    result.reserveCapacity(network.count * SchoolTables.schoolMeasures.count)
    for number in 0..<network.count {
      var pupils = 0.0
      var classes = 0.0
      var posts = 0
      var need = 0.0
      for unit in network.units(of: number) {
        pupils += state.pupils(ofUnit: unit)
        for place in network.grades(of: unit) { classes += state.classes[place] }
        posts += state.isOpen[number] ? state.unitPosts[unit] : 0
        for slot in network.slots(of: unit) { need += state.need[slot] }
      }
      result.append(state.isOpen[number] ? 1 : 0)
      result.append(pupils)
      result.append(classes)
      result.append(Double(posts))
      result.append(teachers[number])
      result.append(need)
      result.append(joined[number])
      result.append(left[number])
    }
    return result
  }

  /// The table of placement.
  package func placementTable(_ dimensions: Dimensions) -> [Double] {
    var table: [Double] = []
    table.reserveCapacity(dimensions.groupCount * SchoolTables.placementMeasures.count)
    for group in 0..<dimensions.groupCount {
      addMeasures(of: placement[group], to: &table)
      addRotation(of: group, stages: dimensions.stageCount, to: &table)
      addBalance(of: group, to: &table)
    }
    return table
  }

  private func addMeasures(of counts: PlacementCounts, to table: inout [Double]) {
    let meanRank =
      counts.placedCrossSchool > 0
      ? Double(counts.preferenceRanks) / Double(counts.placedCrossSchool) : 0
    table += [
      Double(counts.covered), Double(counts.competing), Double(counts.placedInSchool),
      Double(counts.displaced), Double(counts.applicants), Double(counts.placedCrossSchool),
      meanRank, Double(counts.preferenceRanks), Double(counts.blockingPairs),
      Double(counts.countyAssigned), Double(counts.postConversions),
      Double(counts.reservePostsUsed), Double(counts.refused), Double(counts.standby),
      Double(counts.standbyEnded), Double(counts.hiresPosted), Double(counts.dueToRotate),
      Double(counts.rotated), Double(counts.rotatedByExchange), Double(counts.rotatedBackbone),
    ]
  }

  /// The shares of a group, and whether its region as a whole has met the duty.
  private func addRotation(of group: Int, stages: Int, to table: inout [Double]) {
    let own = RotationShares(placement[group...group])
    let first = group / stages * stages
    let region = RotationShares(placement[first..<(first + stages)])
    let isMet =
      rotationDuty.map { duty in
        region.isDue && region.rotated >= duty.share[group]
          && region.backbone >= duty.backbone[group]
      } ?? false
    table.append(own.rotated)
    table.append(own.backbone)
    table.append(isMet ? 1 : 0)
  }

  private func addBalance(of group: Int, to table: inout [Double]) {
    let figures = SchoolBalance.figures.count
    let start = group * figures
    for place in start..<(start + figures) {
      table.append(balanceBefore[place])
      table.append(balanceAfter[place])
    }
    let limit = balanceLimit[group]
    // The standard asks it of the figures for each 100 pupils, not of the pupil-teacher ratio.
    let isMet =
      limit > 0 && balanceAfter[(start + 1)..<(start + figures)].allSatisfy { $0 <= limit }
    table.append(limit)
    table.append(isMet ? 1 : 0)
  }
}

/// How many of those due to rotate moved, and how many of those were backbone teachers.
private struct RotationShares {
  let isDue: Bool
  let rotated: Double
  let backbone: Double

  init(_ counts: ArraySlice<PlacementCounts>) {
    let due = counts.reduce(0) { $0 + $1.dueToRotate }
    let moved = counts.reduce(0) { $0 + $1.rotated }
    let backboneMoved = counts.reduce(0) { $0 + $1.rotatedBackbone }
    self.isDue = due > 0
    self.rotated = due > 0 ? Double(moved) / Double(due) : 0
    self.backbone = moved > 0 ? Double(backboneMoved) / Double(moved) : 0
  }
}
