// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Which parameters and settings of two scenarios differ: the page of `diff`.
package struct DifferencePage {
  private typealias Row = ParameterDifference.Row

  /// The columns between two columns of the table.
  private static let gap = 2
  private static let narrowestValue = 16
  private static let mostMembers = 5

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
    let rows = sections + settings + members + parameters
    return rows.isEmpty ? [page.text(Phrase.scenariosAlike)] : table(rows)
  }

  // MARK: - The table

  /// A table of no more than the page's columns: a long cell goes on in the lines below.
  private func table(_ rows: [Row]) -> [String] {
    let widths = columnWidths(rows)
    var table = TextTable([
      .init(page.text(Phrase.whatDiffers)), .init(names.0), .init(names.1),
    ])
    for row in rows {
      let cells = zip([row.what, row.first, row.second], widths).map { text, width in
        wrap(page.text(text), columns: width)
      }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        table.addRow(cells.map { .init($0.indices.contains(line) ? $0[line] : "") })
      }
    }
    return table.lines(style: page.style)
  }

  /// Columns as wide as their cells where the page has the room; else names have two fifths of it, or
  /// more if they cannot be broken, and values the rest.
  private func columnWidths(_ rows: [Row]) -> [Int] {
    func widest(_ text: (Row) -> LocalizedText) -> Int {
      rows.map { displayWidth(of: page.text(text($0))) }.max() ?? 0
    }
    let widths = [
      widest(\.what), max(widest(\.first), displayWidth(of: names.0)),
      max(widest(\.second), displayWidth(of: names.1)),
    ]
    let room = page.width - 2 * Self.gap
    guard widths.reduce(0, +) > room else { return widths }
    let words = rows.flatMap { page.text($0.what).split { " ：".contains($0) } }
    let longestWord = words.map { displayWidth(of: String($0)) }.max() ?? 0
    let name = min(widths[0], max(longestWord + 2, room * 2 / 5))
    let first = min(widths[1], max((room - name) / 2, Self.narrowestValue))
    return [name, first, max(room - name - first, Self.narrowestValue)]
  }

  // MARK: - Rows

  private func row(_ name: String, _ first: LocalizedText, _ second: LocalizedText) -> Row {
    Row(what: LocalizedText(name), first: first, second: second)
  }

  private var sections: [Row] {
    let (first, second) = (left.rules.phaseNames, right.rules.phaseNames)
    let all = first + second.filter { !first.contains($0) }
    return all.filter { first.contains($0) != second.contains($0) }.map { section in
      Row(
        what: Phrase.section(section),
        first: first.contains(section) ? Phrase.on : Phrase.off,
        second: second.contains(section) ? Phrase.on : Phrase.off,
      )
    }
  }

  /// Settings that both scenarios have and that are not the same.
  private var settings: [Row] {
    let settings: [(String, (Scenario) -> String?)] = [
      ("years.first", { String($0.calendar.firstYear) }),
      ("years.last", { String($0.calendar.lastYear) }),
      ("seed", { String($0.seed) }),
      ("replications", { String($0.replications) }),
      ("method", { $0.method.rawValue }),
      ("posts.method", { $0.rules.posts?.method.rawValue }),
      ("titles.method", { $0.rules.titles?.method.rawValue }),
      ("recruitment.fill", { $0.rules.recruitment?.fill.rawValue }),
    ]
    return settings.compactMap { name, value in
      guard let first = value(left), let second = value(right), first != second else { return nil }
      return row(name, LocalizedText(first), LocalizedText(second))
    }
  }

  /// Of each dimension that is not the same, the members that only one scenario has.
  private var members: [Row] {
    Axis.allCases.filter { $0.declaredAs == $0 && $0.numbers == nil }.compactMap { axis in
      let (first, second) = (left.dimensions[axis], right.dimensions[axis])
      guard first.codes != second.codes else { return nil }
      let only = [
        onlyMembers(of: first, besides: second), onlyMembers(of: second, besides: first),
      ]
      let name = "dimensions.\(axis.rawValue)"
      return only.allSatisfy(\.isEmpty)
        ? row(name, LocalizedText(page.signs.dash), Phrase.otherOrder)
        : row(name, list(only[0]), list(only[1]))
    }
  }

  private func onlyMembers(of dimension: Dimension, besides other: Dimension) -> [Member] {
    let codes = Set(other.codes)
    return dimension.members.filter { !codes.contains($0.code) }
  }

  private func list(_ members: [Member]) -> LocalizedText {
    guard !members.isEmpty else { return LocalizedText(page.signs.dash) }
    let rest = members.count - Self.mostMembers
    return Phrase.list(
      members.prefix(Self.mostMembers).map(\.label) + (rest > 0 ? [Phrase.more(rest)] : [])
    )
  }

  private var parameters: [Row] {
    let all = Set((left.parameters.parameters + right.parameters.parameters).map(\.name))
    let nothing = LocalizedText(page.signs.dash)
    return all.sorted().flatMap { name -> [Row] in
      switch (left.parameters[name], right.parameters[name]) {
      case (nil, let parameter?):
        [row(name, nothing, LocalizedText(ParameterText.range(of: parameter)))]
      case (let parameter?, nil):
        [row(name, LocalizedText(ParameterText.range(of: parameter)), nothing)]
      case (let first?, let second?):
        ParameterDifference(
          first,
          second,
          dimensions: (left.dimensions, right.dimensions),
          dash: page.signs.dash,
        ).rows
      case (nil, nil): []
      }
    }
  }
}
