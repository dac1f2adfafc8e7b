// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes the identities of a roster's teachers and finds those that are given twice.
struct RosterIdentities {
  let problems: ProblemCollector
  /// The identities that came in rising order, as most rosters have them, and their lines.
  private var rising: [UInt64] = []
  private var linesOfRising: [UInt32] = []
  /// The lines of the others.
  private var lines: [UInt64: Int] = [:]

  /// Prepares an empty list of identities.
  init(problems: ProblemCollector) { self.problems = problems }

  /// The identity that a text stands for: a number as it is, another text by its hash.
  ///
  /// - Parameter text: The text of the column `id`.
  /// - Returns: A number below 2^62.
  static func identity(of text: String) -> UInt64 {
    if let number = UInt64(text), number < TeacherIdentity.openingLimit { return number }
    return hash(text.utf8)
  }

  /// Notes the identity of a row and reports a second row with the same.
  ///
  /// - Parameters:
  ///   - id: The identity.
  ///   - row: The row.
  ///   - column: The column with identities.
  mutating func note(_ id: UInt64, _ row: CSVRow, _ column: Int) {
    if let line = line(of: id) {
      problems.report(
        "'\(row.header.names[column])' is '\(row[column])', as in line \(line). "
          + "Give each teacher another one.",
        at: row.location(column),
      )
    } else {
      keep(id, line: row.location.line)
    }
  }

  /// The line in which an identity was given; `nil` if it is new.
  private func line(of id: UInt64) -> Int? {
    guard let last = rising.last, id <= last else { return lines[id] }
    var (low, high) = (0, rising.count)
    while low < high {
      let middle = (low + high) / 2
      if rising[middle] < id { low = middle + 1 } else { high = middle }
    }
    return rising[low] == id ? Int(linesOfRising[low]) : lines[id]
  }

  private mutating func keep(_ id: UInt64, line: Int) {
    guard rising.last.map({ $0 < id }) ?? true else {
      lines[id] = line
      return
    }
    rising.append(id)
    linesOfRising.append(UInt32(clamping: line))
  }

  /// The identity of a further person of a row that stands for several.
  ///
  /// - Parameters:
  ///   - id: The identity of the row.
  ///   - number: The number of the person in the row, from 1.
  ///   - location: Where the row stands.
  /// - Returns: A number below 2^62.
  mutating func derived(from id: UInt64, number: Int, at location: SourceLocation) -> UInt64 {
    let derived = Self.hash("\(id)/\(number)".utf8)
    if let line = line(of: derived) {
      problems.report(
        "person \(number + 1) of this row would have the identity of one of line \(line). "
          + "Change the row's 'id'.",
        at: location,
      )
    }
    keep(derived, line: location.line)
    return derived
  }

  /// The lower 62 bits of the 64-bit FNV-1a hash.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash & (TeacherIdentity.openingLimit - 1)
  }
}
