// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The schools that the teachers of a roster can be at, found by code or name.
struct RosterSchools {
  private let network: SchoolNetwork
  private let dimensions: Dimensions
  private let calendar: SchoolCalendar
  private let problems: ProblemCollector
  private let positions: [String: [Int]]

  /// Prepares finding.
  ///
  /// - Parameters:
  ///   - network: The schools.
  ///   - dimensions: The scenario's dimensions.
  ///   - calendar: The simulated years.
  ///   - problems: Takes what is wrong.
  init(
    _ network: SchoolNetwork,
    dimensions: Dimensions,
    calendar: SchoolCalendar,
    problems: ProblemCollector,
  ) {
    self.network = network
    self.dimensions = dimensions
    self.calendar = calendar
    self.problems = problems
    var positions: [String: [Int]] = [:]
    for (number, school) in network.schools.enumerated() {
      for name in Set([school.label.english, school.label.chinese]) where name != school.code {
        positions[name, default: []].append(number)
      }
    }
    // A code is stronger than a name.
    for (number, school) in network.schools.enumerated() { positions[school.code] = [number] }
    self.positions = positions
  }

  /// The codes that the positions stand for.
  var codes: [String] { network.schools.map(\.code) }

  /// The position of a school that a text names.
  ///
  /// - Parameter text: A code, or the name of one school only.
  /// - Returns: The position, or nil if a problem was reported.
  func position(of text: LocatedText) -> Int? {
    let found = positions[text.text] ?? []
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let codes = found.prefix(8).map { network.schools[$0].code }.joined(separator: ", ")
      problems.report(
        "'\(text.name)' is '\(text.text)', the name of \(found.count) schools. "
          + "Write a code, such as one of: \(codes).",
        at: text.location,
      )
      return nil
    }
    // What is not listed need not be searched for.
    let question =
      problems.count < ProblemCollector.limitPerFile
      ? Suggestions.sentence(for: text.text, in: positions.keys.sorted()) : ""
    problems.report(
      "'\(text.name)' is '\(text.text)', but there is no such school.\(question)"
        + (question.isEmpty ? " Write the code of a school, or nothing." : ""),
      at: text.location,
    )
    return nil
  }

  /// Why a teacher cannot be at a school at the opening, or nil.
  ///
  /// - Parameters:
  ///   - position: The school's position.
  ///   - region: The position of the teacher's region.
  ///   - stage: The position of the teacher's stage.
  /// - Returns: The reason as the rest of a sentence.
  func misfit(_ position: Int, region: Int, stage: Int) -> String? {
    let school = network.schools[position]
    let (regions, stages) = (dimensions[.region].codes, dimensions[.stage].codes)
    if school.region != region {
      return "a school of the region '\(regions[school.region])', but the teacher's region is "
        + "'\(regions[region])'. Change one of them."
    }
    if !school.stages.contains(stage) {
      let taught = school.stages.map { stages[$0] }.joined(separator: ", ")
      return "which does not teach the teacher's stage '\(stages[stage])'. Its stages: \(taught)."
    }
    if let opened = school.opened, opened >= calendar.firstYear {
      return "which opens in \(opened), after the opening in \(calendar.openingMonth). "
        + "Write the present school, or nothing."
    }
    if let closed = school.closed, closed < calendar.firstYear {
      return "which closed in \(closed), before the opening in \(calendar.openingMonth). "
        + "Write the present school, or nothing."
    }
    return nil
  }
}
