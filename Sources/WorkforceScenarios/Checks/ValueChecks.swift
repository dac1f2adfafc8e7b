// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that values fit together that are each possible alone.
struct ValueChecks {
  let store: ParameterStore
  let dimensions: Dimensions
  let problems: ProblemCollector

  /// People and posts that a single value may stand for; the identities of hires hold no more.
  static let largestNumber = Double(TeacherIdentity.ordinalLimit)
  /// Teachers that a run can hold.
  static let largestWorkforce = 20_000_000.0

  /// Checks all parameters.
  func check() {
    checkSums("titles.transitions", along: .nextTitle)
    checkSums("enrolment.progression", along: .nextGrade)
    checkSums("enrolment.relocation", along: .nextLocation)
    for parameter in store.sorted {
      checkSize(parameter)
      checkCertainty(parameter)
    }
    checkHashes()
  }

  /// Chances of moving along an axis cannot add up to more than one.
  private func checkSums(_ name: String, along axis: Axis) {
    guard let parameter = store.parameters[name],
      let position = parameter.axes.firstIndex(of: axis)
    else { return }
    let inner = parameter.shape[(position + 1)...].reduce(1, *)
    let size = parameter.shape[position]
    for dated in parameter.dated {
      for start in dated.leaves.indices where start / inner % size == 0 {
        let sum = (0..<size).reduce(0) { $0 + dated.leaves[start + $1 * inner].central }
        guard sum > 1 + ShareSums.tolerance else { continue }
        let axes = parameter.axes.filter { $0 != axis }
        let grid = ValueGrid(
          axes: axes, dimensions: dimensions, addsUpAlong: nil, problems: problems)
        let place = start / (inner * size) * inner + start % inner
        problems.report(
          "the shares of \(name) from \(dated.from)-01 out of \(grid.name(of: place)) add up to "
            + "\(NumberGrammar.text(of: (sum * 1e6).rounded() / 1e6)), but at most 1 can move on.",
          at: store.place(of: name))
        return
      }
    }
  }

  private func checkSize(_ parameter: Parameter) {
    let limit: Double
    switch parameter.unit {
    case .persons: limit = Self.largestWorkforce
    case .posts, .placesPerYear: limit = Self.largestNumber
    case .personsPerYear where parameter.name.hasPrefix("recruitment."): limit = Self.largestNumber
    default: return
    }
    let largest = parameter.dated.flatMap(\.leaves).map(\.central).max() ?? 0
    guard largest > limit else { return }
    problems.report(
      "\(parameter.name) is \(NumberGrammar.text(of: largest)), but at most "
        + "\(NumberGrammar.text(of: limit)) \(parameter.unit.rawValue) can be simulated. "
        + "Write a smaller number.",
      at: store.place(of: parameter.name))
  }

  /// The years of study say when an intake began, so they must be known when dates are checked.
  private func checkCertainty(_ parameter: Parameter) {
    guard parameter.name.hasSuffix(".study_years"), parameter.isUncertain else { return }
    problems.report(
      "\(parameter.name) is uncertain, but the years of study must be known. Write a number.",
      at: store.place(of: parameter.name))
  }

  /// Draws are keyed by a hash of the name, so no two names may share it.
  private func checkHashes() {
    var names: [UInt32: String] = [:]
    for parameter in store.sorted {
      let hash = stableHash(parameter.name)
      if let other = names[hash] {
        problems.report(
          "the names \(other) and \(parameter.name) would share their random numbers. Rename one.",
          at: store.place(of: parameter.name))
      }
      names[hash] = parameter.name
    }
  }
}
