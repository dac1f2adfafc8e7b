// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Puts a scenario together from its merged document.
struct ScenarioAssembly {
  private let document: ScenarioDocument
  private let commandLine: CommandLineSettings
  private let shortName: String
  private let log: InputLog
  private let root: KeyedReader
  private let settings: ScenarioSettings
  private let declared: DeclaredDimensions
  private let switches: SectionSwitches
  private let names: ParameterNames
  private let population: PopulationSource?
  /// Whether values can be read: the members and the sections are known.
  private let isSound: Bool

  /// Reads the settings, the dimensions and the sections.
  init?(
    _ document: ScenarioDocument,
    settings commandLine: CommandLineSettings,
    shortName: String,
    log: InputLog,
  ) {
    guard let root = KeyedReader(document.root, reporting: log.problems) else { return nil }
    self.document = document
    self.commandLine = commandLine
    self.shortName = shortName
    self.log = log
    self.root = root
    settings = ScenarioSettings(root, shortName: shortName)
    let before = log.problems.count
    var dimensions = DimensionReader(log: log)
    declared = dimensions.read(root)
    var switches = SectionReader(root: root, problems: log.problems).read()
    population = PopulationSource(root)
    if case .synthesis(let location)? = population {
      switches.isSynthesised = true
      switches.locations["population"] = location
    }
    self.switches = switches
    names = ParameterNames(declared.dimensions, declared: declared.declared)
    isSound = log.problems.count == before
    _ = root.node("targets")
    _ = root.node("thresholds")
    root.finish(allowed: ["extends", "parameters", "set"])
  }

  /// Reads the parameters, the opening stock, the targets and the thresholds.
  ///
  /// - Parameter overrides: The texts of `--set`.
  /// - Returns: The scenario, or nil if problems were reported.
  func loaded(overrides: [String]) -> LoadedScenario? {
    if isSound {
      RuleChecks(
        switches: switches,
        method: settings.method,
        declared: declared,
        problems: log.problems,
      ).check()
    }
    var store = ParameterStore()
    let files = readTrees(into: &store)
    guard isSound else { return nil }
    applyOverrides(to: &store)
    completeParameters(&store, files: files)
    let set = check(store)
    let targets = TargetReader(
      dimensions: declared.dimensions,
      switches: switches,
      log: log,
    ).targets(root)
    let thresholds = ThresholdReader(
      dimensions: declared.dimensions,
      switches: switches,
      problems: log.problems,
    ).thresholds(root)
    let schools = listedSchools()
    let opening = opening(set, schools: schools)
    guard let opening, let schools, let calendar = settings.calendar, log.problems.isEmpty else {
      return nil
    }
    let scenario = scenario(
      calendar,
      set,
      opening: opening,
      schools: schools,
      targets: targets,
      thresholds: thresholds,
      overrides: overrides,
    )
    PaySizeChecks(scenario: scenario, store: store, problems: log.problems).check()
    return LoadedScenario(
      scenario: scenario,
      source: log.source,
      files: log.files,
      parameterFiles: files,
      places: store.places,
      overrides: overrides,
      switches: switches,
      names: names,
      declared: declared,
    )
  }

  private func readTrees(into store: inout ParameterStore) -> [ParameterFile] {
    let tree = ParameterTree(
      names: names,
      switches: switches,
      dimensions: isSound ? declared.dimensions : nil,
      log: log,
    )
    return document.trees.flatMap { tree.read($0, into: &store) }
  }

  private func applyOverrides(to store: inout ParameterStore) {
    let reader = OverrideReader(
      names: names,
      switches: switches,
      dimensions: declared.dimensions,
      file: document.location.file,
      sectionsOfCommandLine: commandLine.sections,
      log: log,
    )
    for entry in document.overrides { reader.apply(entry, to: &store) }
    for setting in commandLine.parameters {
      reader.apply(setting.target, value: setting.value, to: &store)
    }
  }

  /// Adds standard values; what problems keep from being read is not reported as missing too.
  private func completeParameters(_ store: inout ParameterStore, files: [ParameterFile]) {
    let written = document.overrides.map(\.key) + commandLine.parameters.map(\.target.text)
    let rejected = Set(files.filter(\.isUsed).map(\.name))
      .union(written.map { String($0.prefix { $0 != "[" && $0 != "@" }) })
    let folders = document.trees.map { log.source.resolve($0.text, beside: $0.location.file) }
    guard folders.allSatisfy(log.source.isFolder) else { return }
    RequiredParameters(names: names, switches: switches, declared: declared, log: log)
      .complete(&store, rejected: rejected)
  }

  private func check(_ store: ParameterStore) -> ParameterSet {
    let set = ParameterSet(store.sorted)
    let start = log.problems.count
    ValueChecks(store: store, declared: declared, problems: log.problems).check()
    let before = log.problems.count
    IndexChecks(store: store, names: names, problems: log.problems).check()
    // An index that cannot be followed would stop the look at later months.
    guard log.problems.count == before, let calendar = settings.calendar else { return set }
    DateChecks(
      store: store,
      set: set,
      calendar: calendar,
      declared: declared,
      switches: switches,
      names: names,
      problems: log.problems,
    ).check()
    // Values that are missing cannot be looked at.
    guard log.problems.count == start else { return set }
    SimulatedValueChecks(
      store: store,
      set: set,
      calendar: calendar,
      dimensions: declared.dimensions,
      problems: log.problems,
    ).check()
    return set
  }

  /// The schools of the list; none if the scenario names none, nil if problems were reported.
  private func listedSchools() -> [School]? {
    guard let method = switches.schools, let list = switches.schoolList else { return [] }
    guard let calendar = settings.calendar else { return nil }
    let reader = SchoolListReader(
      dimensions: declared.dimensions,
      calendar: calendar,
      method: method,
      log: log,
    )
    return reader.schools(list)
  }

  /// The schools that a roster may name; nil if there are none or they cannot be known.
  private func rosterSchools(_ set: ParameterSet, listed: [School]?) -> RosterSchools? {
    guard let method = switches.schools, let listed, let calendar = settings.calendar else {
      return nil
    }
    let network: SchoolNetwork
    switch method {
    case .list:
      network = SchoolNetwork(listed, dimensions: declared.dimensions)
    case .synthesis:
      guard log.problems.isEmpty else { return nil }
      network = SchoolNetwork(
        SchoolRules(set, method: method, listed: listed),
        openingDay: .openingDay(declared.dimensions, calendar, ParameterDraw(set, key: nil)),
      )
    }
    return RosterSchools(
      network,
      dimensions: declared.dimensions,
      calendar: calendar,
      problems: log.problems,
    )
  }

  private func opening(_ set: ParameterSet, schools: [School]?) -> OpeningSource? {
    switch population {
    case .synthesis:
      return log.problems.isEmpty ? .synthesis(SynthesisRules(set)) : nil
    case .roster(let file, let columns):
      guard let calendar = settings.calendar else { return nil }
      let reader = RosterReader(
        dimensions: declared.dimensions,
        titleOfGrade: declared.declared.contains(.postGrade) ? declared.titleOfGrade : nil,
        opening: calendar.openingMonth,
        method: settings.method,
        schools: rosterSchools(set, listed: schools),
        log: log,
      )
      return reader.roster(file, columns: columns).map(OpeningSource.roster)
    case nil:
      return nil
    }
  }

  private func scenario(
    _ calendar: SchoolCalendar,
    _ set: ParameterSet,
    opening: OpeningSource,
    schools: [School],
    targets: [Target],
    thresholds: [Threshold],
    overrides: [String],
  ) -> Scenario {
    var scenario = Scenario(
      name: shortName,
      title: settings.title,
      summary: settings.summary,
      calendar: calendar,
      seed: settings.seed,
      replications: settings.replications,
      method: settings.method,
      dimensions: declared.dimensions,
      parameters: set,
      rules: RuleBuilder.rules(switches, set, declared, schools: schools),
      opening: opening,
      targets: targets,
      thresholds: thresholds,
      overrides: overrides,
    )
    scenario.fingerprint = Fingerprint.of(scenario, declared: declared)
    return scenario
  }
}
