// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes that are not the state of a replication of this scenario.
struct StateProblem: Error {}

/// Goes through what makes up a state, to write it or to read it.
///
/// Each part of a state has one function that hands its columns over one after another. The writer
/// takes what is there, the reader puts other content in its place, so both always agree.
protocol StateCoder {
  /// Whether content is put in the place of what is there.
  var isReading: Bool { get }

  /// Hands a whole number over.
  ///
  /// - Parameter number: The number.
  /// - Throws: `StateProblem` if there is none.
  mutating func number(_ number: inout Int) throws(StateProblem)

  /// Hands a column of whole numbers over.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - count: How many numbers it must have; `nil` for any number.
  /// - Throws: `StateProblem` if it has another number.
  mutating func column<Number: FixedWidthInteger & BitwiseCopyable>(
    _ column: inout [Number],
    count: Int?,
  ) throws(StateProblem)
}

extension StateCoder {
  /// Hands a column over whose elements stand for whole numbers.
  private mutating func column<Element, Number: FixedWidthInteger & BitwiseCopyable>(
    _ column: inout [Element],
    count: Int?,
    number: (Element) -> Number,
    element: (Number) -> Element?,
  ) throws(StateProblem) {
    var numbers = column.map(number)
    try self.column(&numbers, count: count)
    guard isReading else { return }
    let elements = numbers.compactMap(element)
    guard elements.count == numbers.count else { throw StateProblem() }
    column = elements
  }

  /// Hands a column of numbers over.
  mutating func column(_ column: inout [Double], count: Int?) throws(StateProblem) {
    try self.column(&column, count: count, number: \.bitPattern) { Double(bitPattern: $0) }
  }

  /// Hands a column of numbers in single precision over.
  mutating func column(_ column: inout [Float], count: Int?) throws(StateProblem) {
    try self.column(&column, count: count, number: \.bitPattern) { Float(bitPattern: $0) }
  }

  /// Hands a column of months over.
  mutating func column(_ column: inout [CompactMonth], count: Int?) throws(StateProblem) {
    try self.column(&column, count: count, number: \.months) { CompactMonth(months: $0) }
  }

  /// Hands a column of yes and no over.
  mutating func column(_ column: inout [Bool], count: Int?) throws(StateProblem) {
    try self.column(&column, count: count) {
      $0 ? 1 : 0
    } element: { (number: UInt8) in
      number > 1 ? nil : number == 1
    }
  }

  /// Hands a column of cases over.
  mutating func column<Case: RawRepresentable<UInt8>>(
    _ column: inout [Case],
    count: Int?,
  ) throws(StateProblem) {
    try self.column(&column, count: count, number: \.rawValue) { Case(rawValue: $0) }
  }
}

/// Writes a state as bytes, numbers with their least significant byte first.
struct StateWriter: StateCoder {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  var isReading: Bool { false }

  mutating func number(_ number: inout Int) { append([number]) }

  mutating func column<Number: FixedWidthInteger & BitwiseCopyable>(
    _ column: inout [Number],
    count: Int?,
  ) {
    append([column.count])
    append(column)
  }

  private mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
    let ordered = numbers.map(\.littleEndian)
    unsafe ordered.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}

/// Reads a state from bytes; never past their end.
struct StateReader: StateCoder {
  private let bytes: [UInt8]
  private var position = 0

  /// Begins to read.
  ///
  /// - Parameter bytes: What a writer has written.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isReading: Bool { true }
  /// Whether all has been read.
  var isAtEnd: Bool { position == bytes.count }

  mutating func number(_ number: inout Int) throws(StateProblem) {
    number = try take(1)[0]
  }

  mutating func column<Number: FixedWidthInteger & BitwiseCopyable>(
    _ column: inout [Number],
    count: Int?,
  ) throws(StateProblem) {
    var found = 0
    try number(&found)
    guard found >= 0, count.map({ $0 == found }) ?? true else { throw StateProblem() }
    column = try take(found)
  }

  private mutating func take<Number: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int
  ) throws(StateProblem) -> [Number] {
    let size = MemoryLayout<Number>.size
    guard count <= (bytes.count - position) / size else { throw StateProblem() }
    let part = position..<(position + count * size)
    position = part.upperBound
    var numbers = [Number](repeating: 0, count: count)
    unsafe numbers.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[part]))
      }
    }
    return numbers.map(Number.init(littleEndian:))
  }
}
