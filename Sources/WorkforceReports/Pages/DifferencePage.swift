// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Which parameters and settings of two scenarios differ: the page of `diff`.
package struct DifferencePage {
  private let left: Scenario
  private let right: Scenario
  private let names: (String, String)
  private let page: PageSetting

  /// Compares two scenarios.
  ///
  /// - Parameters:
  ///   - left: The scenario to compare with.
  ///   - right: The scenario to compare.
  ///   - names: What the two are called in the page.
  ///   - page: How it is set.
  package init(
    _ left: Scenario,
    _ right: Scenario,
    names: (String, String),
    page: PageSetting,
  ) {
    self.left = left
    self.right = right
    self.names = names
    self.page = page
  }

  /// The page.
  package var lines: [String] {
    var table = TextTable([
      .init(page.text(Phrase.whatDiffers), maximumWidth: 52),
      .init(names.0, .trailing), .init(names.1, .trailing),
    ])
    let rows = settings + parameters
    for row in rows { table.addRow([.init(row.0), .init(row.1), .init(row.2)]) }
    guard !rows.isEmpty else { return [page.text(Phrase.scenariosAlike)] }
    return table.lines(style: page.style)
  }

  private var settings: [(String, String, String)] {
    let pairs: [(String, (Scenario) -> String)] = [
      ("years.first", { String($0.calendar.firstYear) }),
      ("years.last", { String($0.calendar.lastYear) }),
      ("seed", { String($0.seed) }),
      ("replications", { String($0.replications) }),
      ("method", { $0.method.rawValue }),
      ("phases", { $0.rules.phaseNames.joined(separator: ", ") }),
      ("posts.method", { $0.rules.posts?.method.rawValue ?? "off" }),
      ("titles.method", { $0.rules.titles?.method.rawValue ?? "off" }),
      ("recruitment.fill", { $0.rules.recruitment?.fill.rawValue ?? "off" }),
    ]
    let dimensions = Axis.allCases.filter { $0.declaredAs == $0 && $0.numbers == nil }
    return
      (pairs
      + dimensions.map { axis in
        ("dimensions.\(axis.rawValue)", { $0.dimensions[axis].codes.joined(separator: " ") })
      })
      .map { ($0.0, $0.1(left), $0.1(right)) }.filter { $0.1 != $0.2 }
  }

  private var parameters: [(String, String, String)] {
    let all = Set((left.parameters.parameters + right.parameters.parameters).map(\.name))
    return all.sorted().flatMap { name -> [(String, String, String)] in
      switch (left.parameters[name], right.parameters[name]) {
      case (nil, .some): return [(name, "–", page.text(Phrase.given))]
      case (.some, nil): return [(name, page.text(Phrase.given), "–")]
      case (let first?, let second?): return differences(name, first, second)
      case (nil, nil): return []
      }
    }
  }

  private func differences(
    _ name: String,
    _ first: Parameter,
    _ second: Parameter,
  ) -> [(String, String, String)] {
    guard first.axes == second.axes, first.shape == second.shape else {
      let axes = [first, second].map { $0.axes.map(\.rawValue).joined(separator: " × ") }
      return [(name, axes[0], axes[1])]
    }
    var rows: [(String, String, String)] = []
    let dates = Set((first.dated + second.dated).map(\.from)).sorted()
    for date in dates {
      guard let old = values(of: first, at: date), let new = values(of: second, at: date) else {
        continue
      }
      // After the first difference every date is shown, so that a return to the base is seen.
      guard old != new || !rows.isEmpty else { continue }
      let changed = old.indices.filter { old[$0] != new[$0] }
      let more =
        changed.count > 1
        ? page.text(Phrase.changedValues(changed.count)) : ""
      let shown = changed.first ?? 0
      rows.append(("\(name) \(date)\(more)", text(old[shown]), text(new[shown])))
    }
    if first.adjustments != second.adjustments {
      rows.append((name, text(first.adjustments), text(second.adjustments)))
    }
    if first.afterLast != second.afterLast || first.uncertainty != second.uncertainty
      || first.covariance != second.covariance
    {
      let rule = page.text(Phrase.anotherRule)
      rows.append((name, rule, rule))
    }
    return rows
  }

  private func values(of parameter: Parameter, at date: Month) -> [ParameterLeaf]? {
    parameter.dated.last { $0.from <= date }?.leaves
  }

  private func text(_ leaf: ParameterLeaf) -> String {
    switch leaf {
    case .number(let value): format(value, decimals: 6)
    case .drawn(let distribution): "~" + format(distribution.mean, decimals: 6)
    }
  }

  private func text(_ adjustments: [ParameterAdjustment]) -> String {
    adjustments.isEmpty
      ? "× 1"
      : adjustments.map { adjustment in
        "× \(format(adjustment.factor, decimals: 6))"
          + (adjustment.from.map { " \(page.text(Phrase.from)) \($0)" } ?? "")
      }.joined(separator: ", ")
  }
}
