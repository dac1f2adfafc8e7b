// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// A parameter file as it was found in a tree.
package struct ParameterFile: Hashable, Sendable {
  /// The dotted name of the parameter.
  package let name: String
  /// The file's path as the user would write it.
  package let path: String
  /// Whether the scenario reads the parameter.
  package let isUsed: Bool
}

/// The parameters of a scenario while they are put together.
struct ParameterStore {
  /// The parameters by name.
  private(set) var parameters: [String: Parameter] = [:]
  /// Where the values in force of each parameter stand.
  private(set) var places: [String: SourceLocation] = [:]

  /// Takes a parameter in, over an earlier one of the same name.
  ///
  /// - Parameters:
  ///   - parameter: The parameter; the earlier one's layers are put before its own.
  ///   - place: Where the values stand.
  mutating func put(_ parameter: Parameter, at place: SourceLocation) {
    var parameter = parameter
    if let earlier = parameters[parameter.name] {
      parameter.origin.layers = earlier.origin.layers + parameter.origin.layers
    }
    replace(parameter, at: place)
  }

  /// Puts a changed parameter in the place of the earlier one.
  mutating func replace(_ parameter: Parameter, at place: SourceLocation) {
    parameters[parameter.name] = parameter
    places[parameter.name] = place
  }

  /// Where the values in force of a parameter stand.
  func place(of name: String) -> SourceLocation { places[name] ?? SourceLocation(file: name) }

  /// The parameters in the order of their names.
  var sorted: [Parameter] { parameters.values.sorted { $0.name < $1.name } }
}

extension ParameterDefinition {
  /// The parameter that a definition stands for where no file gives a value.
  ///
  /// - Parameters:
  ///   - name: The parameter's name.
  ///   - value: The standard value.
  /// - Returns: The value at all dates and for all members.
  func standardParameter(_ name: String, _ value: Double) -> Parameter {
    Parameter(
      name: name,
      unit: unit,
      dated: [DatedValues(from: Self.always, leaves: [.number(value)])],
      origin: ParameterOrigin(
        description: summary,
        confidence: .assumed,
        layers: [ParameterOrigin.standardLayer],
      ),
    )
  }
}

extension DatedValues {
  /// The date as messages add it to a name; nothing for values that always hold.
  var since: String { from == ParameterDefinition.always ? "" : " from \(from)-01" }
}
