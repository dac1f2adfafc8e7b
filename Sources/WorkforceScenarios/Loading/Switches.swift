// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Settings of the command line that are keys of the scenario, such as `recruitment.fill=need`.
enum Switches {
  /// The keys that `--set` may change, besides parameters.
  static let names: [String] =
    [
      "seed", "replications", "method", "years.first", "years.last", "years.begin_in_month",
      "enrolment.method", "schools.method", "schools.file", "need.components", "posts.method",
      "titles.method", "titles.places",
      "recruitment.fill", "pay.currency", "pay.fiscal_year_begins_in_month", "population.method",
      "population.file", "targets", "thresholds",
    ] + SectionReader.names

  /// Puts a value in the place of a key.
  ///
  /// - Parameters:
  ///   - name: The path of keys, one of `names`.
  ///   - text: The value as written; a list stands in brackets or is separated by commas.
  ///   - location: The setting as a place.
  ///   - document: The scenario to change.
  static func apply(
    _ name: String,
    _ text: String,
    at location: SourceLocation,
    to document: inout ScenarioDocument,
  ) {
    let path = name.split(separator: ".").map(String.init)
    let value = node(text, isList: name == "need.components", at: location)
    let position = document.entries.firstIndex { $0.key == path[0] }
    guard path.count == 2 else {
      let entry = LocatedNode.Entry(key: path[0], location: location, value: value)
      if let position { document.entries[position] = entry } else { document.entries.append(entry) }
      return
    }
    var inner: [LocatedNode.Entry] = []
    if let position, case .mapping(let entries) = document.entries[position].value.content {
      inner = entries.filter { $0.key != path[1] }
    }
    inner.append(LocatedNode.Entry(key: path[1], location: location, value: value))
    let section = LocatedNode(
      .mapping(inner),
      at: position.map { document.entries[$0].value.location } ?? location,
    )
    let entry = LocatedNode.Entry(
      key: path[0],
      location: position.map { document.entries[$0].location } ?? location,
      value: section,
    )
    if let position { document.entries[position] = entry } else { document.entries.append(entry) }
  }

  private static func node(
    _ text: String,
    isList: Bool,
    at location: SourceLocation,
  ) -> LocatedNode {
    guard isList else { return LocatedNode(.scalar(text: text, isQuoted: false), at: location) }
    let items = text.split { "[], ".contains($0) }.map {
      LocatedNode(.scalar(text: String($0), isQuoted: false), at: location)
    }
    return LocatedNode(.sequence(items), at: location)
  }
}
