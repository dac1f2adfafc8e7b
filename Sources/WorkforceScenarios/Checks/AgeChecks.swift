// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that whoever is a teacher is of an age at which people teach.
struct AgeChecks {
  let store: ParameterStore
  let problems: ProblemCollector

  /// The ages of teachers, in whole years.
  static let ages = 15...100

  /// Checks the ages of a synthesis and of hires.
  func check() {
    for parameter in store.sorted where Self.isShareOfTeachers(parameter) { check(parameter) }
  }

  private static func isShareOfTeachers(_ parameter: Parameter) -> Bool {
    parameter.name == "population.age"
      || parameter.name.hasPrefix("recruitment.") && parameter.name.hasSuffix(".age")
  }

  /// Reports the first share of an age at which nobody teaches.
  private func check(_ parameter: Parameter) {
    guard let position = parameter.axes.firstIndex(of: .age) else { return }
    let inner = parameter.shape[(position + 1)...].reduce(1, *)
    for dated in parameter.dated {
      for (place, share) in dated.leaves.enumerated() where share.central > 0 {
        let age = place / inner % parameter.shape[position]
        guard !Self.ages.contains(age) else { continue }
        problems.report(
          "\(parameter.name)\(dated.since) has a share for the age of \(age), but a teacher is "
            + "\(Self.ages.lowerBound) to \(Self.ages.upperBound) years old. Write other ages, "
            + "for example 22-29.",
          at: store.place(of: parameter.name),
        )
        return
      }
    }
  }
}
