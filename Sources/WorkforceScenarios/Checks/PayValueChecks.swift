// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that the values of pay fit together and that its months are months.
struct PayValueChecks {
  let store: ParameterStore
  let declared: DeclaredDimensions
  let problems: ProblemCollector

  /// Checks the parameters of pay.
  func check() {
    PayParameters(declared: declared).check(store, problems)
    checkMonth("pay.step_month")
    checkMonth("pay.promotion_month")
    checkDelay("pay.entry_delay")
    for name in ["pay.entry_step", "pay.start_step", "pay.step_rise"] { checkSteps(name) }
    if let shares = store.parameters["pay.post_grade_share"] { check(shares) }
    for floor in store.sorted where floor.name.hasSuffix(".base_floor") { checkBounds(floor) }
  }

  /// A base that is more at least than it is at most would be the ceiling, whatever the pay.
  private func checkBounds(_ floor: Parameter) {
    let name = floor.name.dropLast("floor".count) + "ceiling"
    guard let ceiling = store.parameters[String(name)], ceiling.axes == floor.axes else { return }
    for dated in floor.dated {
      guard let limits = ceiling.dated.last(where: { $0.from <= dated.from }) else { continue }
      for (least, most) in zip(dated.leaves, limits.leaves) where least.central > most.central {
        problems.report(
          "\(floor.name)\(dated.since) is \(least.central.exactText), but "
            + "\(name) is \(most.central.exactText). Write a floor that is no higher.",
          at: store.place(of: floor.name),
        )
        return
      }
    }
  }

  /// A month that is drawn or scaled would fall between two months.
  private func checkMonth(_ name: String) {
    guard let month = store.parameters[name] else { return }
    let number = Self.fraction(in: month)
    let isKnown = Self.isKnown(month)
    guard number != nil || !isKnown else { return }
    problems.report(
      (isKnown ? "\(name) is \((number ?? 0).exactText)" : "\(name) is no known month")
        + ", but it must be a whole month. Write, for example, 1 or 7.",
      at: store.place(of: name),
    )
  }

  /// The first pay of a hire falls in the year that begins with the counting day.
  private func checkDelay(_ name: String) {
    guard let delay = store.parameters[name] else { return }
    let largest = delay.dated.flatMap(\.leaves).map(\.central).max() ?? 0
    let wrong = Self.fraction(in: delay) ?? (largest > 11 ? largest : nil)
    let isKnown = Self.isKnown(delay)
    guard wrong != nil || !isKnown else { return }
    problems.report(
      (isKnown
        ? "\(name) is \((wrong ?? 0).exactText)"
        : "\(name) is no known number of months")
        + ", but it must be a whole number of months from 0 to 11. Write, for example, 0 or 3.",
      at: store.place(of: name),
    )
  }

  /// Steps that are drawn are rounded; one that is written has to be a step.
  private func checkSteps(_ name: String) {
    guard let steps = store.parameters[name], let number = Self.fraction(in: steps) else { return }
    problems.report(
      "\(name) is \(number.exactText), but salary steps are whole. "
        + "Write, for example, 1 or 5.",
      at: store.place(of: name),
    )
  }

  /// The first plain number of a parameter that is not whole.
  private static func fraction(in parameter: Parameter) -> Double? {
    for case .number(let value) in parameter.dated.flatMap(\.leaves) where value != value.rounded()
    {
      return value
    }
    return nil
  }

  /// Whether the values of a parameter are those that are written.
  private static func isKnown(_ parameter: Parameter) -> Bool {
    !parameter.isUncertain && parameter.adjustments.isEmpty && parameter.afterLast == .hold
  }

  /// The shares of the grades of each title add up to one.
  private func check(_ shares: Parameter) {
    if shares.adjustments.contains(where: { $0.factor != 1 }) {
      problems.report(
        "the shares of each title in \(shares.name) add up to 1, so they cannot be scaled. "
          + "Write the values.",
        at: store.place(of: shares.name),
      )
    }
    let titles = declared.dimensions[.title].codes
    for dated in shares.dated {
      for (title, code) in titles.enumerated() {
        let grades = declared.titleOfGrade.indices.filter { declared.titleOfGrade[$0] == title }
        guard let wrong = firstWrongSum(of: grades, in: shares, dated) else { continue }
        problems.report(
          "the shares of \(shares.name)\(dated.since)\(wrong.place) add up to "
            + "\(wrong.sum.roundedText) over the grades of the "
            + "title '\(code)', but the shares of a title must add up to 1.",
          at: store.place(of: shares.name),
        )
        return
      }
    }
  }

  /// The first combination of the other members whose shares of some grades do not add up to one.
  private func firstWrongSum(
    of grades: [Int],
    in shares: Parameter,
    _ dated: DatedValues,
  ) -> (sum: Double, place: String)? {
    let position = shares.axes.firstIndex(of: .postGrade)
    let inner = position.map { shares.shape[($0 + 1)...].reduce(1, *) } ?? 1
    let size = position.map { shares.shape[$0] } ?? 1
    // Without the axis each grade of a title has the same share.
    let step = position == nil ? 0 : inner
    for start in dated.leaves.indices where start / inner % size == 0 {
      let sum = grades.reduce(0) { $0 + dated.leaves[start + $1 * step].central }
      if abs(sum - 1) <= ShareSums.tolerance { continue }
      let others = shares.axes.filter { $0 != .postGrade }
      let grid = ValueGrid(
        axes: others,
        dimensions: declared.dimensions,
        addsUpAlong: nil,
        problems: problems,
      )
      let rest = start / (inner * size) * inner + start % inner
      return (sum, others.isEmpty ? "" : " for \(grid.name(of: rest))")
    }
    return nil
  }
}
