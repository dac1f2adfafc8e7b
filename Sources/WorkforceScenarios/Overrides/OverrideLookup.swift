// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Finds what an override may change, or says why it may not.
///
/// Overrides of an extended scenario may name what this one has switched off or does not declare,
/// and those of files what the command line has switched off.
struct OverrideLookup {
  let names: ParameterNames
  let switches: SectionSwitches
  let dimensions: Dimensions
  /// Whether the override was written in a scenario that this one extends.
  let isInherited: Bool
  /// The sections that are switched after the override was written.
  let sectionsSwitchedLater: Set<String>
  let problems: ProblemCollector

  /// The definition of the parameter that an override names.
  ///
  /// - Parameters:
  ///   - target: What the override changes.
  ///   - location: Where it stands.
  /// - Returns: The definition, or nil if a problem was reported.
  func definition(of target: OverrideTarget, at location: SourceLocation) -> ParameterDefinition? {
    switch names.match(target.name) {
    case .known(let definition):
      guard let problem = problem(of: target, definition) else { return definition }
      let section = definition.section
      let isSwitchedLater = isInherited || sectionsSwitchedLater.contains(section)
      if switches.runs(section) || !isSwitchedLater { problems.report(problem, at: location) }
    case .undeclared where isInherited:
      break
    case .undeclared(let axis, let code):
      problems.report(
        "'\(target.name)' needs the \(axis.word) '\(code)', which the scenario does not declare."
          + names.suggestion(for: target.name)
          + " Members: \(dimensions[axis].listing).",
        at: location,
      )
    case .unknown:
      let advice =
        Switches.names.contains(target.name)
        ? " It is a key of the scenario: write it outside 'set'."
        : FullWidthMark.sentence(in: target.name) + names.suggestion(for: target.name)
          + ParameterNames.whereListed
      problems.report("there is no parameter '\(target.name)'." + advice, at: location)
    }
    return nil
  }

  /// Why a parameter that exists cannot be changed here.
  private func problem(of target: OverrideTarget, _ definition: ParameterDefinition) -> String? {
    let section = definition.section
    guard switches.runs(section) else {
      return section == "population"
        ? "'\(target.name)' has no effect, because the opening stock is read from a roster. "
          + "Remove it."
        : "'\(target.name)' has no effect, because the section '\(section)' is off. "
          + "Switch it on, or remove this line."
    }
    guard let axis = target.members.map(\.axis).first(where: { !definition.axes.contains($0) })
    else { return nil }
    let allowed = definition.axes.map(\.rawValue).joined(separator: ", ")
    return "\(target.name) cannot depend on '\(axis.rawValue)'."
      + (allowed.isEmpty ? " It is one value for all." : " Allowed: \(allowed).")
  }
}
