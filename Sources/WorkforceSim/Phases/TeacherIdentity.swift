// SPDX-License-Identifier: GPL-3.0-or-later

/// The identities that key all draws of a teacher.
///
/// A hire's identity is made of what the hire is, not of how many came before: the year, the
/// channel, the cell and the ordinal within them. The same hire of two scenarios therefore shares
/// all draws. From the highest bit: one bit 0, one bit 1 for a hire, 12 bits for the year, 8 for
/// the channel, 20 for the cell and 22 for the ordinal. Teachers of the opening have the second
/// bit 0.
package enum TeacherIdentity {
  /// The place of the year's lowest bit in the identity of a hire.
  package static let yearShift: UInt64 = 50
  /// The largest number of cells that identities can tell apart.
  package static let cellLimit = 1 << 20
  /// The largest number of hires of one channel into one cell in one year.
  package static let ordinalLimit = 1 << 22
  /// The most sexes that an intake by sex can tell apart.
  package static let sexLimit = 8
  /// The hires of one channel, cell, year and sex that an intake by sex can tell apart.
  package static let hiresPerSex = ordinalLimit / sexLimit
  /// The largest number of channels.
  package static let channelLimit = 1 << 8

  /// The identity of a hire.
  ///
  /// - Parameters:
  ///   - year: The school year of the hire.
  ///   - channel: The position of the channel.
  ///   - cell: The cell that the hire enters.
  ///   - ordinal: The number among the hires of the same year, channel and cell, from 0.
  /// - Returns: The identity.
  package static func hire(year: Int, channel: Int, cell: Int, ordinal: Int) -> UInt64 {
    precondition((0..<4096).contains(year), "the year \(year) does not lie between 0 and 4095")
    precondition(channel < channelLimit, "channel \(channel) is beyond \(channelLimit)")
    precondition(cell < cellLimit, "cell \(cell) is beyond \(cellLimit)")
    precondition(ordinal < ordinalLimit, "hire \(ordinal) is beyond \(ordinalLimit)")
    return 1 << 62 | UInt64(year) << yearShift | UInt64(channel) << 42 | UInt64(cell) << 22
      | UInt64(ordinal)
  }

  /// The identities of hires of the same year, channel and cell.
  ///
  /// - Parameters:
  ///   - year: The school year of the hires.
  ///   - channel: The position of the channel.
  ///   - cell: The cell that the hires enter.
  ///   - ordinals: Their numbers among the hires of the same year, channel and cell.
  /// - Returns: The identities, which follow each other.
  package static func hires(
    year: Int,
    channel: Int,
    cell: Int,
    ordinals: Range<Int>,
  ) -> Range<UInt64> {
    guard let last = ordinals.last else { return 0..<0 }
    let end = hire(year: year, channel: channel, cell: cell, ordinal: last) + 1
    return end - UInt64(ordinals.count)..<end
  }

  /// The largest identity of a teacher of the opening.
  package static let openingLimit: UInt64 = 1 << 62
}
