// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of the phases that a scenario runs; a phase without rules does not run.
public struct ScenarioRules: Sendable {
  package var enrolment: EnrolmentRules?
  package var schools: SchoolRules?
  package var need: NeedRules?
  package var posts: PostRules?
  package var retirement: RetirementRules?
  package var earlyRetirement: EarlyRetirementRules?
  package var contracts: ContractRules?
  package var exits: ExitRules?
  package var leave: LeaveRules?
  package var titles: TitleRules?
  package var participation: ParticipationRules?
  package var requalification: RequalificationRules?
  package var placement: PlacementRules?
  package var rotation: RotationRules?
  package var balance: BalanceRules?
  package var recruitment: RecruitmentRules?
  package var pay: PayRules?

  /// Creates rules under which nothing happens.
  package init() {}

  /// The names of the sections that are on, in the order of the year.
  package var phaseNames: [String] {
    let sections: [(String, Bool)] = [
      ("enrolment", enrolment != nil), ("schools", schools != nil), ("need", need != nil),
      ("posts", posts != nil),
      ("retirement", retirement != nil), ("early_retirement", earlyRetirement != nil),
      ("contracts", contracts != nil), ("exits", exits != nil), ("leave", leave != nil),
      ("titles", titles != nil), ("participation", participation != nil),
      ("requalification", requalification != nil), ("placement", placement != nil),
      ("rotation", rotation != nil), ("balance", balance != nil),
      ("recruitment", recruitment != nil), ("pay", pay != nil),
    ]
    return sections.filter(\.1).map(\.0)
  }
}

/// Where the opening stock comes from.
public enum OpeningSource: Sendable {
  /// The rows of a roster, as read and checked.
  case roster(OpeningRoster)
  /// Whole persons drawn to meet published margins.
  case synthesis(SynthesisRules)
}

/// A complete and valid description of a run: who, what, when, with which numbers.
///
/// The model never sees an optional value or a name that it would have to look up: loading has
/// checked everything. The same scenario, seed and version give the same bytes.
public struct Scenario: Sendable {
  /// The short name, used for the run's folder.
  public var name: String
  /// The name that people read.
  public var title: LocalizedText
  /// What the scenario is about.
  public var summary: LocalizedText
  /// The simulated years.
  public var calendar: SchoolCalendar
  /// The seed of all draws.
  public var seed: UInt64
  /// The number of replications.
  public var replications: Int
  /// How chance enters.
  public var method: ProjectionMethod
  /// The lists that the scenario declares.
  public var dimensions: Dimensions
  /// All parameters.
  public var parameters: ParameterSet
  /// The rules of the phases.
  public var rules: ScenarioRules
  /// Where the opening stock comes from.
  public var opening: OpeningSource
  /// Figures that the model is held against.
  public var targets: [Target]
  /// Values of measures whose chance of being passed is reported.
  public var thresholds: [Threshold]
  /// The settings that differ from the files, as given on the command line.
  public var overrides: [String]
  /// A digest of everything that the results depend on, the seed and the replications excepted.
  public var fingerprint: String
  /// Where the first years come from; `nil` if they are simulated like the others.
  public var fork: ScenarioFork?

  /// Creates a scenario.
  package init(
    name: String,
    title: LocalizedText,
    summary: LocalizedText = LocalizedText(""),
    calendar: SchoolCalendar,
    seed: UInt64 = 1,
    replications: Int = 1,
    method: ProjectionMethod = .individuals,
    dimensions: Dimensions,
    parameters: ParameterSet,
    rules: ScenarioRules,
    opening: OpeningSource,
    targets: [Target] = [],
    thresholds: [Threshold] = [],
    overrides: [String] = [],
    fingerprint: String = "",
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.calendar = calendar
    self.seed = seed
    self.replications = replications
    self.method = method
    self.dimensions = dimensions
    self.parameters = parameters
    self.rules = rules
    self.opening = opening
    self.targets = targets
    self.thresholds = thresholds
    self.overrides = overrides
    self.fingerprint = fingerprint
  }
}
