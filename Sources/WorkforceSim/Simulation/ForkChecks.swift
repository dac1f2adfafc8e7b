// SPDX-License-Identifier: GPL-3.0-or-later

/// What must agree between a scenario and the one from whose year it goes on.
///
/// What one replication leaves to the next year is numbered by the members of lists and by schools,
/// so those must be the same. Values of parameters may differ as they like.
struct ForkChecks {
  private let whatIf: Simulation
  private let base: Simulation
  private let year: Int

  /// Prepares the checks.
  ///
  /// - Parameters:
  ///   - whatIf: The scenario that goes on.
  ///   - base: The scenario whose first years it takes over.
  ///   - year: The last year that it takes over.
  init(of whatIf: Simulation, from base: Simulation, at year: Int) {
    self.whatIf = whatIf
    self.base = base
    self.year = year
  }

  /// Makes sure that the scenario can go on.
  ///
  /// - Returns: Where the figures of the base lie among those of the scenario.
  /// - Throws: All that differs.
  func mapping() throws(ForkError) -> RecordMapping {
    let problems = settings + years + members + sections + schools
    guard problems.isEmpty else { throw ForkError(problems: problems) }
    do {
      return try RecordMapping(from: base.layout, to: whatIf.layout)
    } catch {
      throw ForkError(problems: [
        "the run can have \(error.table) of \(error.members.joined(separator: ", ")), "
          + "which the scenario never has. Keep a share above 0 until \(year)."
      ])
    }
  }

  // MARK: - Settings and years

  private var settings: [String] {
    let (ours, theirs) = (whatIf.scenario, base.scenario)
    var problems: [String] = []
    if ours.seed != theirs.seed {
      problems.append(
        "the seed is \(ours.seed), but that of the run is \(theirs.seed). Leave --seed out."
      )
    }
    if ours.method != theirs.method {
      problems.append(
        "'method' is \(ours.method.rawValue), but that of the run is \(theirs.method.rawValue). "
          + "Set it to the run's."
      )
    }
    let currencies = [ours, theirs].compactMap(\.rules.pay?.settings.currency)
    if currencies.count == 2, currencies[0] != currencies[1] {
      problems.append("pay is in \(currencies[0]), but in the run in \(currencies[1]).")
    }
    return problems
  }

  private var years: [String] {
    let (ours, theirs) = (whatIf.scenario.calendar, base.scenario.calendar)
    var problems: [String] = []
    if ours.firstYear != theirs.firstYear {
      problems.append(
        "the first year is \(ours.firstYear), but that of the run is \(theirs.firstYear)."
      )
    }
    if ours.firstMonthOfYear != theirs.firstMonthOfYear {
      problems.append(
        "school years begin in month \(ours.firstMonthOfYear), but those of the run in month "
          + "\(theirs.firstMonthOfYear)."
      )
    }
    guard problems.isEmpty else { return problems }
    // At least one year is left to the scenario.
    let last = min(theirs.lastYear, ours.lastYear - 1)
    guard theirs.firstYear <= last else {
      return ["the scenario has only the year \(ours.lastYear), so nothing is left to differ."]
    }
    guard (theirs.firstYear...last).contains(year) else {
      return [
        "--at is \(year). The run has \(theirs.firstYear) to \(theirs.lastYear) and the scenario "
          + "ends with \(ours.lastYear): write a year from \(theirs.firstYear) to \(last)."
      ]
    }
    return []
  }

  // MARK: - Lists

  /// Lists by which nothing is numbered that goes on from year to year.
  private static let free: Set<Axis> = [.category, .leave, .service]

  private var members: [String] {
    let (ours, theirs) = (whatIf.scenario.dimensions, base.scenario.dimensions)
    var problems = Axis.allCases.filter { $0.declaredAs == $0 && !Self.free.contains($0) }
      .compactMap { axis -> String? in
        let (own, other) = (ours[axis].codes, theirs[axis].codes)
        return own == other ? nil : Self.difference(of: axis.rawValue, own, other)
      }
    if problems.isEmpty, ours.fields != theirs.fields {
      problems.append("stages have other subjects than in the run. Give them the same ones.")
    }
    if problems.isEmpty, ours.stageOfGrade != theirs.stageOfGrade {
      problems.append("grades belong to other stages than in the run. Give them the same ones.")
    }
    return problems
  }

  private static func difference(of name: String, _ own: [String], _ other: [String]) -> String {
    let added = own.filter { !other.contains($0) }
    let missing = other.filter { !own.contains($0) }
    func list(_ codes: [String]) -> String {
      codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? " and others" : "")
    }
    var parts: [String] = []
    if !added.isEmpty { parts.append("has \(list(added)), which the run does not have") }
    if !missing.isEmpty { parts.append("lacks \(list(missing)), which the run has") }
    if parts.isEmpty { parts.append("stands in another order than in the run") }
    return "the list '\(name)' \(parts.joined(separator: ", and ")). Both need the same list."
  }

  // MARK: - Sections and schools

  /// Sections that leave something to the next year, which cannot begin in the middle.
  private var sections: [String] {
    func isOn(_ rules: ScenarioRules) -> [(name: String, isOn: Bool)] {
      [
        ("enrolment", rules.enrolment != nil), ("schools", rules.schools != nil),
        ("pay", rules.pay != nil),
      ]
    }
    return zip(isOn(whatIf.scenario.rules), isOn(base.scenario.rules)).compactMap { own, other in
      guard own.isOn != other.isOn else { return nil }
      return own.isOn
        ? "the section '\(own.name)' is on, but off in the run, which has nothing to go on from. "
          + "Run the base with it."
        : "the section '\(own.name)' is off, but on in the run. Switch it on."
    }
  }

  private var schools: [String] {
    guard let own = whatIf.network?.schools, let other = base.network?.schools else { return [] }
    let codes = (own.map(\.code), other.map(\.code))
    guard codes.0 == codes.1 else {
      return [Self.difference(of: "schools", codes.0, codes.1)]
    }
    let moved = zip(own, other).filter {
      $0.region != $1.region || $0.location != $1.location || $0.stages != $1.stages
    }.map(\.0.code)
    guard let first = moved.first else { return [] }
    let others = moved.count > 1 ? " and \(moved.count - 1) others" : ""
    return [
      "school \(first)\(others) has another region, location or stages than in the run. "
        + "Bring them back."
    ]
  }
}
