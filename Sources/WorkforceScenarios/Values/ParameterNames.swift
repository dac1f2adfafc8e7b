// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The names that parameters can have in a scenario.
package struct ParameterNames {
  /// What a name stands for.
  package enum Match {
    /// A parameter of the scenario.
    case known(ParameterDefinition)
    /// A parameter of a member that the scenario does not declare.
    case undeclared(Axis, code: String)
    /// No parameter.
    case unknown
  }

  /// Where a user finds all names of a scenario, after a sentence.
  static let whereListed = " Names are listed by: workforce explain SCENARIO"

  /// Everything that the model can read.
  package static let definitions = ParameterCatalogue.definitions + SynthesisRules.definitions

  /// A definition whose name is taken apart.
  private struct Pattern {
    let definition: ParameterDefinition
    let parts: [String]
    /// Where the code of a member stands, and of which axis.
    let placeholder: (position: Int, axis: Axis)?

    init(_ definition: ParameterDefinition) {
      let parts = definition.name.split(separator: ".").map(String.init)
      let axes = parts.map(ParameterNames.axis)
      self.definition = definition
      self.parts = parts
      self.placeholder = axes.firstIndex { $0 != nil }.flatMap { position in
        axes[position].map { (position, $0) }
      }
    }

    /// Whether the parts of a name are those of the definition, placeholders aside.
    func fits(_ name: [String]) -> Bool {
      parts.count == name.count
        && zip(parts, name).allSatisfy { $0.hasPrefix("<") ? !$1.isEmpty : $0 == $1 }
    }
  }

  /// The definitions by the first part of their names, which is never a placeholder.
  private static let patterns = Dictionary(grouping: definitions.map(Pattern.init)) { $0.parts[0] }

  private let dimensions: Dimensions
  private let declared: Set<Axis>

  /// Prepares the names of a scenario.
  ///
  /// - Parameters:
  ///   - dimensions: The dimensions.
  ///   - declared: The axes that the scenario declares.
  init(_ dimensions: Dimensions, declared: Set<Axis>) {
    self.dimensions = dimensions
    self.declared = declared
  }

  /// Finds what a name stands for.
  ///
  /// - Parameter name: The dotted name.
  /// - Returns: The definition, or why there is none.
  package func match(_ name: String) -> Match {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var undeclared: Match?
    for pattern in Self.patterns[parts[0], default: []] where pattern.fits(parts) {
      guard let (position, axis) = pattern.placeholder else { return .known(pattern.definition) }
      let code = parts[position]
      if dimensions[axis].codes.contains(code) { return .known(pattern.definition) }
      undeclared = .undeclared(axis, code: code)
    }
    return undeclared ?? .unknown
  }

  /// The names of a definition in the scenario; none for factors, whose names are free.
  package func names(of definition: ParameterDefinition) -> [String] {
    let parts = definition.name.split(separator: ".").map(String.init)
    guard !parts.contains("<factor>") else { return [] }
    guard let placeholder = parts.first(where: { Self.axis(of: $0) != nil }),
      let axis = Self.axis(of: placeholder)
    else { return [definition.name] }
    return dimensions[axis].codes.map { code in
      parts.map { $0 == placeholder ? code : $0 }.joined(separator: ".")
    }
  }

  /// Proposes a name for one that does not exist.
  func suggestion(for name: String) -> String {
    Suggestions.sentence(for: name, in: Self.definitions.flatMap(names))
  }

  private static func axis(of placeholder: String) -> Axis? {
    switch placeholder {
    case "<exit>": .exit
    case "<leave>": .leave
    case "<channel>": .channel
    case "<item>": .item
    case "<role>": .role
    default: nil
    }
  }
}
