// SPDX-License-Identifier: GPL-3.0-or-later

/// The records of all replications of a scenario.
///
/// The records lie in an archive; blocks that are being read are held in memory. How precisely the
/// figures are held is told at `RecordBlocks`.
public struct Ensemble: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Where every figure of a year lies.
  public let layout: RecordLayout
  /// The schools; `nil` if schools are not modelled.
  public let network: SchoolNetwork?
  /// The number of replications.
  public let replications: Int
  private let figures: ArchivedFigures

  /// Reads the first replications of an archive.
  ///
  /// - Parameters:
  ///   - simulation: The scenario that was run.
  ///   - archive: The archive.
  ///   - replications: The number of replications, all of which are kept.
  package init(
    _ simulation: Simulation,
    archive: any ReplicationArchive,
    replications: Int,
  ) {
    self.scenario = simulation.scenario
    self.layout = simulation.layout
    self.network = simulation.network
    self.replications = replications
    self.figures = ArchivedFigures(simulation, archive: archive, replications: replications)
  }

  /// One figure of all replications, in their order.
  ///
  /// Neighbouring positions of one year are read fastest.
  ///
  /// - Parameters:
  ///   - position: The figure's position in a year's record.
  ///   - year: The year's number, from 0.
  ///   - values: Receives the figures; not numbers if the archive could not be read.
  public func values(_ position: Int, year: Int, into values: inout [Double]) {
    figures.read(position, year: year, into: &values)
  }

  /// Whether a figure differs from zero in some replication and year.
  ///
  /// - Parameter position: The figure's position in a year's record.
  /// - Returns: Whether it does.
  public func isLive(_ position: Int) -> Bool { figures.isLive(position) }

  /// Makes sure that everything that was read so far could be read.
  ///
  /// Whoever publishes figures asks this last.
  ///
  /// - Throws: The first failure of the archive.
  public func checkReading() throws { try figures.checkReading() }
}
