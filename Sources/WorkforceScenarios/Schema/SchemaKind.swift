// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of YAML files that a scenario is made of.
package enum SchemaKind: String, CaseIterable, Sendable {
  /// A `scenario.yaml`.
  case scenario
  /// A file with one parameter.
  case parameter
  /// A file with published figures that the model is held against.
  case targets
}
