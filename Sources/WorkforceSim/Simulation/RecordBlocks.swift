// SPDX-License-Identifier: GPL-3.0-or-later

/// How the record of a replication is divided into blocks of bytes.
///
/// The first block says which positions are not zero in some year, one bit each. The other blocks
/// hold up to 1,024 figures of one table and one year, so that the figures of all replications can be
/// read a small part at a time. The figures of the summary, of cost and of pay are held in double
/// precision, those of other tables in single precision, in which counts up to 16.7 million are exact,
/// and those of schools in 16 bits: whole numbers up to 65,535, and full-time equivalents in tenths.
/// `FigureBytes` writes them in fewer bytes where they fit.
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

  /// The bytes of a record at most, all blocks together.
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
    let count = part.positions.count
    var figures = figures.mutableSpan
    guard part.precision == .steps else {
      return FigureBytes.read(bytes, heldIn: part.precision, count: count) { place, figure in
        figures[first &+ place &* stride] = figure
      }
    }
    let steps = SchoolTables.schoolSteps
    let measure = firstMeasure(of: part)
    return FigureBytes.read(bytes, heldIn: .steps, count: count) { place, figure in
      figures[first &+ place &* stride] = figure / steps[(measure &+ place) % steps.count]
    }
  }

  /// The measure of the first figure of a part of the table of schools.
  private func firstMeasure(of part: Part) -> Int {
    (part.positions.lowerBound - schoolsOffset) % SchoolTables.schoolSteps.count
  }

  /// The figures of a part as bytes.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - part: The part.
  ///   - isLive: Learns which positions are not zero in the precision in which they are held.
  /// - Returns: The bytes.
  private func bytes(of figures: Span<Double>, _ part: Part, _ isLive: inout [Bool]) -> [UInt8] {
    let start = part.positions.lowerBound
    var live = isLive.mutableSpan
    return switch part.precision {
    case .double: FigureBytes.double(figures, isLive: &live, from: start)
    case .single: FigureBytes.single(figures, isLive: &live, from: start)
    case .steps:
      FigureBytes.steps(
        figures,
        SchoolTables.schoolSteps,
        ofMeasure: firstMeasure(of: part),
        isLive: &live,
        from: start,
      )
    }
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
  /// The bytes of a figure at most.
  var size: Int {
    switch self {
    case .double: 8
    case .single: 4
    case .steps: 2
    }
  }
}
