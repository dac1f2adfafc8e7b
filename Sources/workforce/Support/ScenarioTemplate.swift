// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// The text of a new what-if scenario: what it extends, and the levers to choose from.
struct ScenarioTemplate {
  let name: String
  let base: Scenario
  /// The base's folder, or its file if that is not `scenario.yaml`.
  let basePath: String
  let folder: String

  /// The file's text.
  var text: String {
    """
    # A what-if over \(basePath). Only what differs is written here.
    # 在 \(basePath) 基础上的假设情景，只写不同之处。
    # Check it:  workforce validate \(folder)
    # Run it:    workforce run \(folder)
    # Levers:    workforce explain \(basePath)
    format: 1
    name: {en: \(name), zh: \(name)}
    extends: \(relativeBase)

    # Change the number, or pull another lever by removing the # in front of its line.
    set:
    \(levers.joined(separator: "\n"))

    """
  }

  /// The base as a path from the new folder.
  private var relativeBase: String {
    guard !basePath.hasPrefix("/") else { return basePath }
    let steps = folder.split(separator: "/").filter { $0 != "." }
    let target = basePath.split(separator: "/").filter { $0 != "." }
    // Where a path leads up, its steps alone do not say where it is.
    if folder.hasPrefix("/") || (steps + target).contains("..") { return absolutePath(basePath) }
    let shared = zip(steps, target).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: steps.count - shared)
    return (up + target.dropFirst(shared).map(String.init)).joined(separator: "/")
  }

  /// The levers that the base has, each as a commented line with what it does.
  ///
  /// They are pulled when a third of the years has passed, but a rule on retirement holds from the
  /// opening on, since it is law before it has effects.
  private var levers: [String] {
    let calendar = base.calendar
    let year = calendar.firstYear + calendar.yearCount / 3
    let date = "\(calendar.countMonth(of: year))-01"
    let candidates: [(name: String, setting: String)] = [
      ("recruitment.multiplier", "{scale: 1.3, from: \(date)}"),
      ("recruitment.freeze", "{\(date): 1}"),
      ("recruitment.targeting", "{\(date): 1}"),
      ("exits.multiplier", "{scale: 1.05, from: \(date)}"),
      ("early_retirement.take_up", "{scale: 0.5, from: \(date)}"),
      ("retirement.maximum_delay", "{\(calendar.openingMonth)-01: 0}"),
      ("enrolment.births", "{scale: 0.9, from: \(year)-01-01}"),
      ("need.class_size", "{scale: 0.95, from: \(date)}"),
      ("posts.adjustment", "{scale: 2, from: \(date)}"),
    ]
    let known = candidates.filter { base.parameters[$0.name] != nil }
    let lines = known.enumerated().compactMap { position, lever -> String? in
      guard let parameter = base.parameters[lever.name] else { return nil }
      let summary = parameter.origin.description
      let english = summary.english.isEmpty ? lever.name : summary.english
      let chinese = summary.chinese == english ? "" : " \(summary.chinese)"
      // The first lever is pulled, so that the file says something from the beginning.
      let mark = position == 0 ? "" : "# "
      return "  # \(english)\(chinese)\n  \(mark)\(lever.name): \(lever.setting)"
    }
    return lines.isEmpty ? ["  {}"] : lines
  }
}
