// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the opening population of a scenario cannot be built, in sentences.
public struct OpeningError: Error, Sendable, CustomStringConvertible {
  /// The file with the parameter that cannot be met, the facts and the repair.
  public let description: String

  /// Says why a synthesis has no solution.
  ///
  /// - Parameters:
  ///   - error: The reason.
  ///   - scenario: The scenario.
  init(_ error: SynthesisError, in scenario: Scenario) {
    let parameter = scenario.parameters.parameters.first { $0.name == error.parameter }
    let file = parameter?.origin.layers.last.map { "\($0): " } ?? ""
    self.description = file + error.sentence(in: scenario.dimensions)
  }
}

extension SynthesisError {
  /// The parameter that cannot be met.
  var parameter: String { "population.\(axis.rawValue)" }

  /// The facts and the repair, in sentences.
  ///
  /// - Parameter dimensions: The scenario's dimensions, for the names of members.
  /// - Returns: The sentences.
  package func sentence(in dimensions: Dimensions) -> String {
    let place = stage.map { " in the stage '\(dimensions[.stage].codes[$0])'" } ?? ""
    return "The opening population cannot meet \(parameter)\(place): \(facts) "
      + "Change \(parameter), or the zeros in \(parameter)_affinity."
  }

  private var facts: String {
    switch reason {
    case .unequalSums(_, let sum, let firstSum):
      "the margins count \(sum) and \(firstSum) people."
    case .noCells(_, let index, let total):
      "\(total) people of total number \(index + 1) have no member that they could be."
    case .unreachable(_, _, let wanted, _, _, let available):
      "\(wanted) people are wanted where the affinities allow \(available)."
    case .notConverged(_, let index, let total, let sum, let iterations):
      "after \(iterations) passes, total number \(index + 1) stands at \(sum) instead of \(total)."
    }
  }
}
