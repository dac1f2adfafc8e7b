// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the values of measures whose chance of being passed is reported.
struct ThresholdReader {
  let dimensions: Dimensions
  let switches: SectionSwitches
  let problems: ProblemCollector

  /// Reads the list under the key `thresholds`.
  ///
  /// - Parameter root: The keys of the scenario.
  /// - Returns: The thresholds; none if the scenario has no such key or it is `off`.
  func thresholds(_ root: KeyedReader) -> [Threshold] {
    let key = "thresholds"
    if root.node(key)?.scalar(named: key)?.text == "off" { return [] }
    guard let list = root.optionalSequence(key) else { return [] }
    if list.isEmpty {
      problems.report(
        "'\(key)' is empty. List at least one threshold, or write '\(key): off'.",
        at: root.location(of: key),
      )
    }
    let measures = RecordLayout(dimensions).tables[0].keys[0].members.map(\.code)
    var names: Set<String> = []
    return (root.optionalMappings(key) ?? []).compactMap { keys in
      guard let threshold = threshold(keys, measures) else { return nil }
      if !names.insert(threshold.name).inserted {
        problems.report(
          "the name '\(threshold.name)' is given to two thresholds. Rename one.",
          at: keys.location(of: "name"),
        )
      }
      return threshold
    }
  }

  private func threshold(_ keys: KeyedReader, _ measures: [String]) -> Threshold? {
    let name = keys.value("name", "a short name")
    let label = keys.optionalLocalizedText("label")?.label
    let measure = keys.choice("measure", of: measures)
    let divisor = keys.optionalChoice("per", of: measures)
    let bound = bound(keys)
    let years = years(keys)
    keys.finish()
    reportMissingSection(keys, "measure", measure)
    reportMissingSection(keys, "per", divisor)
    guard let name, name.isCode(reporting: problems), let measure, let bound else { return nil }
    return Threshold(
      name: name.text,
      label: label ?? WorkforceSim.LocalizedText(name.text),
      measure: measure,
      divisor: divisor,
      direction: bound.direction,
      value: bound.value,
      years: years,
    )
  }

  /// The side on which the threshold is passed, and its value.
  private func bound(_ keys: KeyedReader) -> (direction: ThresholdDirection, value: Double)? {
    let given = ThresholdDirection.allCases.filter { keys.node($0.rawValue) != nil }
    guard let direction = given.first else {
      problems.report(
        "'\(keys.path)' has neither 'above' nor 'below'. Add one of them with a number.",
        at: keys.location,
      )
      return nil
    }
    if given.count > 1 {
      problems.report(
        "'\(keys.path)' has both 'above' and 'below'. Leave one out.",
        at: keys.location(of: "below"),
      )
    }
    return keys.number(direction.rawValue).map { (direction, $0) }
  }

  private func years(_ keys: KeyedReader) -> ClosedRange<Int>? {
    guard let years = keys.optionalMapping("years") else { return nil }
    let range = years.firstAndLastYear()
    years.finish()
    return range
  }

  private func reportMissingSection(_ keys: KeyedReader, _ key: String, _ measure: String?) {
    guard let measure else { return }
    let sections = MeasureSections.sections(of: measure)
    guard let section = sections.first, !sections.contains(where: switches.runs) else { return }
    problems.report(
      "'\(keys.name(of: key))' is \(measure), but the section '\(section)' is off. "
        + "Switch it on, or leave the threshold out.",
      at: keys.location(of: key),
    )
  }
}
