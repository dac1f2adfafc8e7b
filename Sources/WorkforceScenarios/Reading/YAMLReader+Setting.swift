// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension YAMLReader {
  /// Reads YAML that stands in a setting of the command line.
  ///
  /// A setting has no lines, so all of it stands where the setting does.
  ///
  /// - Parameters:
  ///   - setting: The setting's value.
  ///   - problems: Takes what is wrong.
  /// - Returns: The root node, or nil if the text cannot be understood.
  static func read(_ setting: LocatedText, reporting problems: ProblemCollector) -> LocatedNode? {
    let found = ProblemCollector()
    let node = read(Array(setting.text.utf8), file: setting.location.file, reporting: found)
    for problem in found.problems { problems.report(problem.message, at: setting.location) }
    return node?.placed(at: setting.location)
  }
}

extension LocatedNode {
  /// The node as if all of it stood in one place.
  fileprivate func placed(at location: SourceLocation) -> LocatedNode {
    switch content {
    case .scalar: LocatedNode(content, at: location)
    case .sequence(let items):
      LocatedNode(.sequence(items.map { $0.placed(at: location) }), at: location)
    case .mapping(let entries):
      LocatedNode(
        .mapping(
          entries.map {
            Entry(key: $0.key, location: location, value: $0.value.placed(at: location))
          }
        ),
        at: location,
      )
    }
  }
}
