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

  /// Everything that the model can read.
  package static let definitions = ParameterCatalogue.definitions + SynthesisRules.definitions

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
    for definition in Self.definitions {
      let pattern = definition.name.split(separator: ".").map(String.init)
      guard pattern.count == parts.count else { continue }
      guard zip(pattern, parts).allSatisfy({ $0.hasPrefix("<") ? !$1.isEmpty : $0 == $1 }) else {
        continue
      }
      let placeholder = zip(pattern, parts).first { Self.axis(of: $0.0) != nil }
      guard let placeholder, let axis = Self.axis(of: placeholder.0) else {
        return .known(definition)
      }
      if dimensions[axis].codes.contains(placeholder.1) { return .known(definition) }
      undeclared = .undeclared(axis, code: placeholder.1)
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
