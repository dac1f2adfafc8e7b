// SPDX-License-Identifier: GPL-3.0-or-later

/// The calls of those who are due, as far as volunteers have not fulfilled the duty.
extension RotationRound {
  /// Calls as many teachers of a region as the duty asks for.
  func callForDuty(
    region: Int,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let duty = year.values(rules.dutyShare)[(.region, region)]
    guard duty > 0 else { return }
    var calls = RotationCalls(
      backboneShare: year.values(rules.backboneShare)[(.region, region)]
    )
    let rows = waiting(in: region, population, on: ground, &calls)
    calls.required = Int((duty * Double(calls.due)).roundedUp())
    guard calls.needsBackbone || calls.needsAny else { return }
    let waiting = WaitingTeachers(
      rows,
      draws: year.stream(.rotationCall),
      population,
      fieldCount: year.dimensions.fields.count,
    )
    callBackbone(among: waiting, &calls, of: &population, flows: &flows, on: &ground)
    callAnybody(among: waiting, &calls, of: &population, flows: &flows, on: &ground)
  }

  /// Counts those due in a region, and those of them who have moved.
  ///
  /// - Returns: The rows of those who have not moved.
  private func waiting(
    in region: Int,
    _ population: borrowing Population,
    on ground: borrowing PlacementGround,
    _ calls: inout RotationCalls,
  ) -> [Int] {
    let stages = year.dimensions.stageCount
    let (hasLeft, status) = (population.hasLeft.span, population.status.span)
    let (schools, hasMoved) = (population.school, ground.hasMoved.span)
    var waiting: [Int] = []
    for group in region * stages..<(region + 1) * stages {
      for row in dueOfGroup[group] where !hasLeft[row] && status[row] == .inPost {
        calls.due += 1
        if hasMoved[row] {
          calls.note(isBackbone: population.isBackbone[row])
        } else if schools[row] != Population.noSchool {
          waiting.append(row)
        }
      }
    }
    return waiting
  }

  /// Calls backbone teachers until their share is reached.
  private func callBackbone(
    among waiting: WaitingTeachers,
    _ calls: inout RotationCalls,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    guard calls.needsBackbone else { return }
    let isBackbone = population.isBackbone
    for row in waiting.order(of: population, where: { row, _ in isBackbone[row] }) {
      guard calls.needsBackbone else { return }
      call(row, among: waiting, isForBackbone: true, &calls, &population, &flows, on: &ground)
    }
  }

  /// Calls whoever comes first until enough have moved.
  private func callAnybody(
    among waiting: WaitingTeachers,
    _ calls: inout RotationCalls,
    of population: inout Population,
    flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    let bound = waiting.bound(wanted: calls.required - calls.moved)
    for isEarly in [true, false] {
      guard calls.needsAny else { return }
      for row in waiting.order(of: population, where: { ($1 < bound) == isEarly }) {
        guard calls.needsAny else { return }
        call(row, among: waiting, isForBackbone: false, &calls, &population, &flows, on: &ground)
      }
    }
  }

  /// Lets a teacher who has not moved change places with another one, if there is one.
  private func call(
    _ row: Int,
    among waiting: WaitingTeachers,
    isForBackbone: Bool,
    _ calls: inout RotationCalls,
    _ population: inout Population,
    _ flows: inout YearFlows,
    on ground: inout PlacementGround,
  ) {
    guard !ground.hasMoved[row],
      let other = waiting.partner(
        of: row,
        in: population,
        hasMoved: ground.hasMoved,
        wantsBackbone: isForBackbone,
      )
    else { return }
    ground.swap(row, other, of: &population, flows: &flows)
    for mover in [row, other] { calls.note(isBackbone: population.isBackbone[mover]) }
  }
}
