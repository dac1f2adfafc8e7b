// SPDX-License-Identifier: GPL-3.0-or-later

/// The position of a parameter in its set; found once, so that no name is looked up in a year.
public struct ParameterReference: Hashable, Sendable {
  /// The position in the set.
  package let position: Int

  /// Creates a reference.
  package init(position: Int) { self.position = position }
}

/// All parameters of a scenario.
public struct ParameterSet: Sendable {
  /// The parameters, ordered by name.
  public let parameters: [Parameter]
  private let positions: [String: Int]

  /// Creates a set.
  ///
  /// - Parameter parameters: The parameters; their names are unique.
  public init(_ parameters: [Parameter]) {
    self.parameters = parameters.sorted { $0.name < $1.name }
    var positions: [String: Int] = [:]
    for (position, parameter) in self.parameters.enumerated() {
      precondition(positions[parameter.name] == nil, "\(parameter.name) stands twice in the set")
      positions[parameter.name] = position
    }
    self.positions = positions
  }

  /// Finds a parameter.
  ///
  /// - Parameter name: The dotted name.
  /// - Returns: Its place in the set, or `nil` if there is none of that name.
  public func reference(to name: String) -> ParameterReference? {
    positions[name].map(ParameterReference.init(position:))
  }

  /// The parameter of a name.
  ///
  /// - Parameter name: The dotted name.
  /// - Returns: The parameter, or `nil` if there is none of that name.
  public subscript(name: String) -> Parameter? {
    positions[name].map { parameters[$0] }
  }

  /// The reference to a parameter that loading has made sure of.
  ///
  /// - Parameter name: The dotted name.
  /// - Returns: Its place in the set.
  /// - Precondition: The set holds the parameter.
  package func required(_ name: String) -> ParameterReference {
    guard let reference = reference(to: name) else {
      preconditionFailure("the parameter \(name) is missing; the scenario was not checked")
    }
    return reference
  }

  /// The parameter at a reference.
  package subscript(reference: ParameterReference) -> Parameter {
    parameters[reference.position]
  }
}
