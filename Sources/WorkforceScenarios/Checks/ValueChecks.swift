// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that values fit together that are each possible alone.
struct ValueChecks {
  let store: ParameterStore
  let declared: DeclaredDimensions
  let problems: ProblemCollector

  private var dimensions: Dimensions { declared.dimensions }

  /// People and posts that a single value may stand for; the identities of hires hold no more.
  static let largestNumber = 1_000_000.0
  /// Teachers that a run can hold.
  static let largestWorkforce = 20_000_000.0

  /// Checks all parameters.
  func check() {
    for parameter in store.sorted {
      checkSize(parameter)
      checkSpread(parameter)
      checkSexes(parameter)
      checkCertainty(parameter)
    }
    checkVacancies()
    checkLoad()
    checkHashes()
    AgeChecks(store: store, problems: problems).check()
    PayValueChecks(store: store, declared: declared, problems: problems).check()
  }

  private func checkSize(_ parameter: Parameter) {
    let limit: Double
    switch parameter.unit {
    case .persons: limit = Self.largestWorkforce
    case .posts, .placesPerYear: limit = Self.largestNumber
    case .personsPerYear where Self.isIntakeBySex(parameter):
      limit = Double(TeacherIdentity.hiresPerSex - 1)
    case .personsPerYear where parameter.name.hasPrefix("recruitment."): limit = Self.largestNumber
    default: return
    }
    let largest = parameter.dated.flatMap(\.leaves).map(\.central).max() ?? 0
    guard largest > limit else { return }
    problems.report(
      "\(parameter.name) is \(largest.exactText), but at most "
        + "\(limit.exactText) \(parameter.unit.rawValue) can be simulated. "
        + "Write a smaller number.",
      at: store.place(of: parameter.name),
    )
  }

  private static func isIntakeBySex(_ parameter: Parameter) -> Bool {
    parameter.name.hasPrefix("recruitment.") && parameter.name.hasSuffix(".intake")
      && parameter.axes.contains(.sex)
  }

  /// The hires of an intake by sex have identities of their own for each sex.
  private func checkSexes(_ parameter: Parameter) {
    let sexes = dimensions.count(.sex)
    guard Self.isIntakeBySex(parameter), sexes > TeacherIdentity.sexLimit else { return }
    problems.report(
      "\(parameter.name) depends on sex, of which the scenario declares \(sexes) members, but hires "
        + "of at most \(TeacherIdentity.sexLimit) can be told apart. Leave sex out of 'by'.",
      at: store.place(of: parameter.name),
    )
  }

  /// The largest standard deviation of a factor of mean 1 that can be drawn.
  private static let largestSpread = 10.0
  private static let spreads: Set<String> = [
    "enrolment.births_volatility", "schools.places_spread", "schools.staffing_spread",
  ]

  /// Nearly all factors of a wide spread are nothing, and the rest beyond all measure.
  private func checkSpread(_ parameter: Parameter) {
    guard Self.spreads.contains(parameter.name) else { return }
    checkLeaves(parameter.name) { leaf in
      leaf.central <= Self.largestSpread
        ? nil
        : "must be at most \(Self.largestSpread.exactText): it is the standard "
          + "deviation of a factor of mean 1."
    }
  }

  /// The years of study say when an intake began, so they must be known when dates are checked.
  private func checkCertainty(_ parameter: Parameter) {
    guard parameter.name.hasSuffix(".study_years"), parameter.isUncertain else { return }
    problems.report(
      "\(parameter.name) is uncertain, but the years of study must be known. Write a number.",
      at: store.place(of: parameter.name),
    )
  }

  /// The posts of the opening are its teachers over the share that is filled.
  private func checkVacancies() {
    checkLeaves("posts.opening_vacancy_share") { leaf in
      leaf.highest <= 0.99 ? nil : "must be at most 0.99, because posts follow from teachers."
    }
  }

  /// Lessons are divided by the load of those who give them.
  private func checkLoad() {
    guard let load = store.parameters["need.weekly_load"],
      let periods = store.parameters["need.weekly_periods"]
    else { return }
    let positions = Set(
      dimensions.stageOfGrade.enumerated().flatMap { grade, stage in
        dimensions.fields.filter { $0.stage == stage }.compactMap { field -> Int? in
          let lessons = periods.index([(.grade, grade), (.subject, field.subject)])
          let isTaught = periods.dated.contains { $0.leaves[lessons].highest > 0 }
          return isTaught ? load.index([(.stage, stage), (.subject, field.subject)]) : nil
        }
      }
    )
    checkLeaves(load.name, at: positions) { leaf in
      leaf.lowest > 0 ? nil : "must be above 0 where lessons are given."
    }
    guard !positions.isEmpty, let factor = load.uncertainty.map(ParameterLeaf.drawn),
      factor.lowest <= 0
    else { return }
    problems.report(
      "the 'uncertainty' of \(load.name) \(factor.found), but lessons are divided by it. Write a "
        + "distribution above 0, such as a lognormal one.",
      at: store.place(of: load.name),
    )
  }

  /// Reports the first value of a parameter that cannot be used.
  private func checkLeaves(
    _ name: String,
    at positions: Set<Int>? = nil,
    _ problem: (ParameterLeaf) -> String?,
  ) {
    guard let parameter = store.parameters[name] else { return }
    for dated in parameter.dated {
      for (position, leaf) in dated.leaves.enumerated()
      where positions.map({ $0.contains(position) }) ?? true {
        guard let problem = problem(leaf) else { continue }
        problems.report(
          "\(name)\(dated.since) \(leaf.found), but it \(problem)",
          at: store.place(of: name),
        )
        return
      }
    }
  }

  /// Draws are keyed by a hash of the name, so no two names may share it.
  private func checkHashes() {
    var names: [UInt32: String] = [:]
    for parameter in store.sorted {
      let hash = stableHash(parameter.name)
      if let other = names[hash] {
        problems.report(
          "the names \(other) and \(parameter.name) would share their random numbers. Rename one.",
          at: store.place(of: parameter.name),
        )
      }
      names[hash] = parameter.name
    }
  }
}

extension ParameterLeaf {
  /// What the value is, or what it can be.
  fileprivate var found: String {
    switch self {
    case .number(let value): return "is \(value.exactText)"
    case .drawn(let distribution):
      let support = distribution.support
      guard support.lowerBound.isFinite else { return "can be any number" }
      let most = support.upperBound.isFinite ? "to \(support.upperBound.exactText)" : "on"
      return "can be drawn from \(support.lowerBound.exactText) \(most)"
    }
  }

  /// The smallest number that can be drawn.
  fileprivate var lowest: Double {
    switch self {
    case .number(let value): value
    // Amounts that are drawn from above zero can come as near to it as they like, but not to it.
    case .drawn(.gamma(let mean, _)), .drawn(.lognormal(let mean, _)): mean / 1000
    case .drawn(let distribution): distribution.support.lowerBound
    }
  }

  /// The largest number that can be drawn.
  fileprivate var highest: Double {
    switch self {
    case .number(let value): value
    case .drawn(let distribution): distribution.support.upperBound
    }
  }
}

extension Parameter {
  /// The position of a value; axes that the values do not depend on are left out.
  fileprivate func index(_ place: [(axis: Axis, member: Int)]) -> Int {
    var index = 0
    for (axis, size) in zip(axes, shape) {
      index = index * size + (place.first { $0.axis == axis }?.member ?? 0)
    }
    return index
  }
}
