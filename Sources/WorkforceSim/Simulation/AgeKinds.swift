// SPDX-License-Identifier: GPL-3.0-or-later

/// The age bands and sexes on a day, numbered together.
struct AgeKinds: Sendable {
  /// The number of kinds.
  let count: Int
  private let now: Int16
  private let earliestBirth: Int16
  private let sexes: UInt16
  private let lastBand: UInt16

  /// Numbers the kinds.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The day of the ages.
  init(_ dimensions: Dimensions, _ clock: TeacherClock) {
    self.sexes = UInt16(dimensions.count(.sex))
    self.lastBand = UInt16(RecordLayout.ageBands.count - 1)
    self.count = RecordLayout.ageBands.count * dimensions.count(.sex)
    self.now = Int16(clamping: clock.now)
    // Nobody's age is told apart beyond 120 years, so that no difference leaves 16 bits.
    self.earliestBirth = now &- 120 * 12
  }

  /// The number of the age band and sex of a teacher: under 25, then each five years.
  @inline(__always)
  func kind(birth: CompactMonth, sex: UInt8) -> UInt16 {
    let months = UInt16(bitPattern: max(0, now &- max(birth.months, earliestBirth)))
    let band = min(max(months / 60, 4) &- 4, lastBand)
    return band &* sexes &+ UInt16(sex)
  }

  /// Adds the numbers of neighbouring rows to what is there, several at a time.
  func add(of rows: Range<Int>, in population: borrowing Population, to kinds: inout [UInt16]) {
    let block = 0..<rows.count
    let births = population.birth.span.extracting(rows).extracting(block)
    let sexes = population.sex.span.extracting(rows).extracting(block)
    var kinds = kinds.mutableSpan
    for index in block { kinds[index] &+= kind(birth: births[index], sex: sexes[index]) }
  }
}
