// SPDX-License-Identifier: GPL-3.0-or-later

/// A run as its folder or the store holds it: which run it is, and the tables that a page needs.
///
/// A table that the run did not write is not there; a page then leaves out what it would show.
package struct KeptRun: Sendable {
  /// The version of the run folder's layout; rises when a reader of the old one would fail.
  package static let formatVersion = 1
  /// The name of the tool, which its manifests carry.
  package static let toolName = "workforce"

  /// Which run it is.
  package let identity: RunIdentity
  /// The settings that differ from the scenario's files.
  package let overrides: [String]
  /// Where it lies.
  package let place: RunPlace
  /// The names of codes.
  package let labels: KeptLabels
  private let tables: [String: KeptTable]

  /// Puts a run together.
  ///
  /// - Parameters:
  ///   - identity: Which run it is.
  ///   - overrides: The settings that differ from the scenario's files.
  ///   - place: Where it lies.
  ///   - labels: The names of codes.
  ///   - tables: The tables that were read, by name.
  package init(
    identity: RunIdentity,
    overrides: [String],
    place: RunPlace,
    labels: KeptLabels,
    tables: [String: KeptTable],
  ) {
    self.identity = identity
    self.overrides = overrides
    self.place = place
    self.labels = labels
    self.tables = tables
  }

  /// The rows of a table; none if the run did not write it.
  ///
  /// - Parameter table: The table's name.
  /// - Returns: The rows.
  package func rows(_ table: String) -> [KeptTable.Row] { tables[table]?.rows ?? [] }
}
