// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Makes scenarios out of parts of two: some groups of parameters and rules of one, the rest of the other.
///
/// Parameters and sections come by the group of their section, rules of members with the section that
/// reads them. What was put together is checked like a scenario that was read from files.
package struct ScenarioMixture {
  private let first: LoadedScenario
  private let second: LoadedScenario

  /// Prepares to mix two scenarios.
  ///
  /// - Parameters:
  ///   - first: The scenario of the groups that are not replaced.
  ///   - second: The scenario of the groups that are.
  package init(_ first: LoadedScenario, _ second: LoadedScenario) {
    self.first = first
    self.second = second
  }

  /// Why nothing can be replaced group by group; `nil` if it can.
  ///
  /// Codes of pay may differ: nothing but pay goes by them.
  package var obstacle: String? {
    let dimensions = [first.declared.dimensions, second.declared.dimensions]
    for axis in DeclaredDimensions.axes where !Self.axesOfPay.contains(axis) {
      if dimensions[0][axis].codes != dimensions[1][axis].codes {
        return "the members of the dimension '\(axis.rawValue)' differ"
      }
    }
    if dimensions[0].fields != dimensions[1].fields {
      return "the subjects of the stages differ"
    }
    if dimensions[0].stageOfGrade != dimensions[1].stageOfGrade {
      return "the grades of the stages differ"
    }
    if dimensions[0].contractIsEstablished != dimensions[1].contractIsEstablished {
      return "contracts that fill an authorised post differ"
    }
    let calendars = [first.scenario.calendar, second.scenario.calendar]
    return calendars[0] == calendars[1] ? nil : "the simulated years differ"
  }

  /// The scenario in which some groups are those of the second.
  ///
  /// - Parameter replaced: The groups.
  /// - Returns: The scenario, with the settings of the first.
  /// - Throws: What keeps the parts from fitting together.
  package func scenario(replacing replaced: Set<ChangeGroup>) throws(ScenarioError) -> Scenario {
    func source(_ group: ChangeGroup) -> LoadedScenario {
      replaced.contains(group) ? second : first
    }
    let log = InputLog()
    if let obstacle { throw Self.error("\(obstacle).") }
    let declared = declared(source)
    let switches = switches(source)
    var store = store(source)
    RuleChecks(
      switches: switches,
      method: first.scenario.method,
      declared: declared,
      problems: log.problems,
    ).check()
    checkShapes(store, declared, log)
    checkOpening(replaced, log)
    try log.problems.throwIfAny()
    let names = ParameterNames(declared.dimensions, declared: declared.declared)
    RequiredParameters(names: names, switches: switches, declared: declared, log: log)
      .complete(&store, rejected: [])
    ValueChecks(store: store, declared: declared, problems: log.problems).check()
    IndexChecks(store: store, names: names, problems: log.problems).check()
    try log.problems.throwIfAny()
    let set = ParameterSet(store.sorted)
    DateChecks(
      store: store,
      set: set,
      calendar: first.scenario.calendar,
      declared: declared,
      switches: switches,
      names: names,
      problems: log.problems,
    ).check()
    try log.problems.throwIfAny()
    SimulatedValueChecks(
      store: store,
      set: set,
      calendar: first.scenario.calendar,
      dimensions: declared.dimensions,
      problems: log.problems,
    ).check()
    try log.problems.throwIfAny()
    return scenario(set, switches, declared, source)
  }

  private func scenario(
    _ set: ParameterSet,
    _ switches: SectionSwitches,
    _ declared: DeclaredDimensions,
    _ source: (ChangeGroup) -> LoadedScenario,
  ) -> Scenario {
    var scenario = first.scenario
    scenario.dimensions = declared.dimensions
    scenario.parameters = set
    scenario.rules = RuleBuilder.rules(
      switches,
      set,
      declared,
      schools: source(.need).scenario.rules.schools?.listed ?? [],
    )
    scenario.opening = source(.opening).scenario.opening
    if case .synthesis = scenario.opening { scenario.opening = .synthesis(SynthesisRules(set)) }
    scenario.fingerprint = Fingerprint.of(scenario, declared: declared)
    return scenario
  }

  private static func error(_ message: String) -> ScenarioError {
    ScenarioError([ScenarioProblem(at: SourceLocation(file: ""), message)])
  }

  // MARK: - Parts

  private static let axesOfPay: Set<Axis> = [.payer, .item, .postGrade, .role]

  private func declared(_ source: (ChangeGroup) -> LoadedScenario) -> DeclaredDimensions {
    var declared = source(.pay).declared
    declared.entries = source(.demography).declared.entries
    declared.nextContracts = source(.leavers).declared.nextContracts
    declared.assignments = source(.leavers).declared.assignments
    declared.channels = source(.intake).declared.channels
    return declared
  }

  private func switches(_ source: (ChangeGroup) -> LoadedScenario) -> SectionSwitches {
    var switches = SectionSwitches()
    switches.enrolment = source(.demography).switches.enrolment
    switches.schools = source(.need).switches.schools
    switches.need = source(.need).switches.need
    switches.posts = source(.need).switches.posts
    switches.titles = source(.other).switches.titles
    switches.recruitment = source(.intake).switches.recruitment
    switches.pay = source(.pay).switches.pay
    switches.isSynthesised = source(.opening).switches.isSynthesised
    for side in [first, second] {
      for (section, place) in side.switches.locations
      where source(ChangeGroup(ofSection: section)).switches.locations[section] != nil {
        switches.locations[section] = place
      }
    }
    return switches
  }

  private func store(_ source: (ChangeGroup) -> LoadedScenario) -> ParameterStore {
    var store = ParameterStore()
    for side in [first, second] {
      for parameter in side.scenario.parameters.parameters
      where store.parameters[parameter.name] == nil {
        let section = String(parameter.name.prefix { $0 != "." })
        let owner = source(ChangeGroup(ofSection: section))
        guard let own = owner.scenario.parameters[parameter.name] else { continue }
        let place = owner.places[parameter.name] ?? SourceLocation(file: parameter.name)
        store.put(own, at: place)
      }
    }
    return store
  }

  // MARK: - Checks that files do not need

  /// Values by an axis of pay fit only the members with which they were read.
  private func checkShapes(
    _ store: ParameterStore,
    _ declared: DeclaredDimensions,
    _ log: InputLog,
  ) {
    for parameter in store.sorted
    where parameter.shape != parameter.axes.map({ declared.dimensions.count($0) }) {
      log.report(
        "\(parameter.name) has values for other members than the scenario declares.",
        at: store.place(of: parameter.name),
      )
    }
  }

  /// A roster names schools and grades of posts of its own scenario.
  private func checkOpening(_ replaced: Set<ChangeGroup>, _ log: InputLog) {
    let owner = replaced.contains(.opening) ? second : first
    let others = replaced.contains(.opening) ? first : second
    guard case .roster(let roster) = owner.scenario.opening else { return }
    let isApart = { (group: ChangeGroup) in
      replaced.contains(group) != replaced.contains(.opening)
    }
    let grades = [owner, others].map { $0.declared.dimensions[.postGrade].codes }
    if isApart(.pay), grades[0] != grades[1] {
      log.report(
        "the roster names grades of posts that the other scenario does not have.",
        at: SourceLocation(file: owner.files.first?.path ?? ""),
      )
    }
    let schools = [owner, others].map { $0.scenario.rules.schools?.listed.map(\.code) ?? [] }
    if isApart(.need), roster.namesSchools, schools[0] != schools[1] {
      log.report(
        "the roster names schools that the other scenario does not have.",
        at: SourceLocation(file: owner.files.first?.path ?? ""),
      )
    }
  }
}

extension OpeningRoster {
  /// Whether teachers are placed at schools by name.
  fileprivate var namesSchools: Bool { !schoolCodes.isEmpty }
}
