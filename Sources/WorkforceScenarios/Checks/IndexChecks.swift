// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that parameters that follow another one can do so.
struct IndexChecks {
  let store: ParameterStore
  let names: ParameterNames
  let problems: ProblemCollector

  /// Checks all parameters with `afterLastValue: {index: …}`.
  func check() {
    for parameter in store.sorted {
      guard case .index(let name) = parameter.afterLast else { continue }
      if let problem = problem(of: parameter, following: name) {
        problems.report(
          "\(parameter.name) follows '\(name)' after its last value, but \(problem)",
          at: store.place(of: parameter.name),
        )
      }
    }
  }

  private func problem(of parameter: Parameter, following name: String) -> String? {
    guard let index = store.parameters[name] else {
      return "the scenario has no such parameter." + names.suggestion(for: name)
    }
    if let circle = circle(from: parameter.name) {
      return "that is a circle: \(circle.joined(separator: " -> ")). Write hold or a trend."
    }
    guard index.axes.isEmpty else {
      return "an index is one value, and that depends on "
        + index.axes.map(\.rawValue).joined(separator: ", ") + "."
    }
    let last = parameter.dated[parameter.dated.count - 1].from
    guard let inForce = index.dated.last(where: { $0.from <= last }) else {
      return "its first value is from \(index.dated[0].from)-01. It needs one at \(last)-01, the "
        + "last date of \(parameter.name)."
    }
    return inForce.leaves[0].central > 0 && !isZeroed(index)
      ? nil : "its value at \(last)-01 is 0, so no change can be relative to it."
  }

  private func isZeroed(_ index: Parameter) -> Bool {
    index.adjustments.contains { $0.factor == 0 }
  }

  /// The names along a chain of indices that comes back to its start.
  private func circle(from start: String) -> [String]? {
    var chain = [start]
    while case .index(let next)? = store.parameters[chain[chain.count - 1]]?.afterLast {
      chain.append(next)
      if next == start { return chain }
      if chain.count > store.parameters.count { return nil }
    }
    return nil
  }
}
