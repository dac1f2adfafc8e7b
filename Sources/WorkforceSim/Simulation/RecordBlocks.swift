// SPDX-License-Identifier: GPL-3.0-or-later

/// How the record of a replication is divided into blocks of bytes.
///
/// The first block says which positions are not zero in some year, one bit each. The other blocks
/// hold up to 1,024 figures of one table and one year, so that the figures of all replications can be
/// read a small part at a time. The figures of the summary, of cost and of pay are held in double
/// precision, those of other tables in single precision, in which counts up to 16.7 million are exact,
/// and those of schools in 16 bits: whole numbers up to 65,535, and full-time equivalents in tenths.
/// Numbers are little-endian.
struct RecordBlocks: Sendable {
  /// The figures of a block at most.
  static let longest = 1024

  /// A part of a year's record.
  struct Part: Sendable {
    let positions: Range<Int>
    let precision: FigurePrecision
  }

  /// The parts of a year, in the order of their positions.
  let parts: [Part]
  private let partOfPosition: [Int32]
  /// For each part, the number of the one after the last part of its table.
  private let endOfTable: [Int]
  private let years: Int
  private let width: Int
  private let schoolsOffset: Int

  /// Divides the record of a layout.
  ///
  /// - Parameters:
  ///   - layout: Where every figure of a year lies.
  ///   - years: The number of years.
  init(_ layout: RecordLayout, years: Int) {
    var parts: [Part] = []
    var endOfTable: [Int] = []
    for table in layout.tables {
      let end = table.offset + (table.rows?.count ?? table.count)
      let precision = layout.precision(of: table)
      for start in stride(from: table.offset, to: end, by: Self.longest) {
        let positions = start..<min(end, start + Self.longest)
        parts.append(Part(positions: positions, precision: precision))
      }
      endOfTable += repeatElement(parts.count, count: parts.count - endOfTable.count)
    }
    self.parts = parts
    self.endOfTable = endOfTable
    self.partOfPosition = parts.enumerated().flatMap { number, part in
      repeatElement(Int32(number), count: part.positions.count)
    }
    self.years = years
    self.width = layout.width
    self.schoolsOffset = layout.schoolsOffset
  }

  /// The number of blocks of a replication.
  var count: Int { 1 + years * parts.count }

  /// The block that says which positions are not zero in some year.
  static let live = 0

  /// The bytes of that block.
  var liveLength: Int { (width + 7) / 8 }

  /// The bytes of a record, all blocks together.
  var bytes: Int {
    liveLength + years * parts.reduce(0) { $0 + $1.positions.count * $1.precision.size }
  }

  /// The block that holds a figure.
  ///
  /// - Parameters:
  ///   - position: The figure's position in a year's record.
  ///   - year: The year's number, from 0.
  /// - Returns: The number of the block, and the first of its positions.
  func block(of position: Int, year: Int) -> (number: Int, first: Int) {
    let part = Int(partOfPosition[position])
    return (1 + year * parts.count + part, parts[part].positions.lowerBound)
  }

  /// The blocks of a table and a year from one of them on, which are mostly wanted one after another.
  ///
  /// - Parameters:
  ///   - number: The number of the first block, which is not that of live positions.
  ///   - most: How many blocks are wanted at most.
  /// - Returns: The numbers of the blocks.
  func blocks(from number: Int, most: Int) -> Range<Int> {
    let part = (number - 1) % parts.count
    return number..<number + min(most, endOfTable[part] - part)
  }

  /// Makes the blocks of a record.
  ///
  /// - Parameter record: The figures of all years, one year after another.
  /// - Returns: The blocks.
  func blocks(of record: [Double]) -> [[UInt8]] {
    var blocks: [[UInt8]] = [[]]
    blocks.reserveCapacity(count)
    var isLive = [Bool](repeating: false, count: width)
    for year in 0..<years {
      for part in parts {
        let first = year * width + part.positions.lowerBound
        let figures = record.span.extracting(first..<(first + part.positions.count))
        blocks.append(bytes(of: figures, part, &isLive))
      }
    }
    blocks[Self.live] = Self.packed(isLive)
    return blocks
  }

  /// Reads the figures of a block.
  ///
  /// - Parameters:
  ///   - bytes: The block.
  ///   - block: The number of the block.
  ///   - figures: Receives the figures.
  ///   - first: The place of the first figure.
  ///   - stride: How many places lie between a figure and the next one.
  /// - Returns: Whether the block has as many bytes as it must have.
  func read(
    _ bytes: [UInt8],
    block: Int,
    into figures: inout [Double],
    from first: Int,
    by stride: Int,
  ) -> Bool {
    let part = parts[(block - 1) % parts.count]
    let span = unsafe bytes.span.bytes
    let count = part.positions.count
    guard bytes.count == count * part.precision.size else { return false }
    var figures = figures.mutableSpan
    switch part.precision {
    case .double:
      for place in 0..<count {
        let bits = unsafe span.unsafeLoadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)
        figures[first &+ place &* stride] = Double(bitPattern: UInt64(littleEndian: bits))
      }
    case .single:
      for place in 0..<count {
        let bits = unsafe span.unsafeLoadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)
        figures[first &+ place &* stride] = Double(Float(bitPattern: UInt32(littleEndian: bits)))
      }
    case .steps:
      for place in 0..<count {
        let bits = unsafe span.unsafeLoadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)
        let step = step(at: part.positions.lowerBound + place)
        figures[first &+ place &* stride] = Double(UInt16(littleEndian: bits)) / step
      }
    }
    return true
  }

  /// The steps in which a figure of schools is held.
  private func step(at position: Int) -> Double {
    let steps = SchoolTables.schoolSteps
    return steps[(position - schoolsOffset) % steps.count]
  }

  /// The figures of a part as bytes.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - part: The part.
  ///   - isLive: Learns which positions are not zero in the precision in which they are held.
  /// - Returns: The bytes.
  private func bytes(of figures: Span<Double>, _ part: Part, _ isLive: inout [Bool]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: figures.count * part.precision.size)
    var live = isLive.mutableSpan
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes
    let first = part.positions.lowerBound
    switch part.precision {
    case .double:
      for place in figures.indices {
        let figure = figures[place]
        Self.write(figure.bitPattern, at: place, to: &target)
        if figure != 0 { live[first &+ place] = true }
      }
    case .single:
      for place in figures.indices {
        let figure = Float(figures[place])
        Self.write(figure.bitPattern, at: place, to: &target)
        if figure != 0 { live[first &+ place] = true }
      }
    case .steps:
      for place in figures.indices {
        let whole = (figures[place] * step(at: first &+ place)).rounded()
        Self.write(UInt16(min(whole, 65_535)), at: place, to: &target)
        if whole != 0 { live[first &+ place] = true }
      }
    }
    return bytes
  }

  /// Writes a whole number as the one at a place, the least significant byte first.
  @inline(__always)
  private static func write<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ whole: Whole,
    at place: Int,
    to target: inout MutableRawSpan,
  ) {
    let offset = place &* MemoryLayout<Whole>.size
    target.storeBytes(of: whole.littleEndian, toByteOffset: offset, as: Whole.self)
  }

  /// Truth values as bits, eight a byte.
  private static func packed(_ values: [Bool]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (values.count + 7) / 8)
    for (position, value) in values.enumerated() where value {
      bytes[position / 8] |= 1 << UInt8(position % 8)
    }
    return bytes
  }
}

extension FigurePrecision {
  /// The bytes of a figure.
  var size: Int {
    switch self {
    case .double: 8
    case .single: 4
    case .steps: 2
    }
  }
}
