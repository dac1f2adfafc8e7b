// SPDX-License-Identifier: GPL-3.0-or-later

/// The sections of a scenario without which a measure of the whole says nothing.
///
/// Without them the measure is zero, which is no figure: where need is not modelled, all teachers would
/// read as a surplus.
package enum MeasureSections {
  private static let sectionsOfMeasure: [String: [String]] = {
    let measures: [(sections: [String], names: [String])] = [
      (["enrolment"], ["pupils"]),
      // Schools have classes whether or not what these need is modelled.
      (["need", "schools"], ["classes"]),
      (
        ["need"],
        [
          "need", "gap", "shortage", "surplus", "structural_shortage",
          "covered_by_second_subject", "covered_out_of_field", "uncovered",
        ],
      ),
      (["posts"], ["norm_posts", "posts", "vacancies"]),
      (["schools"], ["schools"]),
      (["pay"], ["cost", "pay_per_head"]),
    ]
    var sections: [String: [String]] = [:]
    for group in measures { for name in group.names { sections[name] = group.sections } }
    return sections
  }()

  /// The sections that give a measure its meaning, any of them.
  ///
  /// - Parameter measure: The measure's code.
  /// - Returns: The sections' names; none for what every scenario has.
  package static func sections(of measure: String) -> [String] {
    sectionsOfMeasure[measure, default: []]
  }
}

extension ScenarioRules {
  /// Whether a measure of the whole says something under these rules.
  ///
  /// - Parameter measure: The measure's code.
  /// - Returns: Whether one of its sections is on, or it needs none.
  package func models(_ measure: String) -> Bool {
    let sections = MeasureSections.sections(of: measure)
    return sections.isEmpty || sections.contains { phaseNames.contains($0) }
  }
}
