// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures of a block as bytes: as few for each figure as hold all of them exactly.
///
/// Most figures count a few people, and many blocks are nothing but zeros. So a block of zeros takes
/// no byte, whole numbers up to 255 or 65,535 take one or two bytes each, and other figures the four
/// or eight bytes of their precision. How many bytes a block has says how wide its figures are.
/// Numbers are little-endian.
package enum FigureBytes {
  // MARK: - Writing

  /// The bytes of figures that are held in double precision.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - isLive: Learns which of them are not zero.
  ///   - start: The place of the first of them there.
  /// - Returns: The bytes.
  package static func double(
    _ figures: Span<Double>,
    isLive: inout MutableSpan<Bool>,
    from start: Int,
  ) -> [UInt8] {
    var union: UInt64 = 0
    for place in figures.indices {
      union |= figures[place].bitPattern
      isLive[start &+ place] = isLive[start &+ place] || figures[place] != 0
    }
    guard union != 0 else { return [] }
    return bytes(of: figures) { $0.bitPattern }
  }

  /// The bytes of figures that are held in single precision.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - isLive: Learns which of them are not zero in this precision.
  ///   - start: The place of the first of them there.
  /// - Returns: The bytes.
  package static func single(
    _ figures: Span<Double>,
    isLive: inout MutableSpan<Bool>,
    from start: Int,
  ) -> [UInt8] {
    var union: UInt32 = 0
    var rest: UInt32 = 0
    for place in figures.indices {
      let figure = Float(figures[place])
      let whole = whole(of: figure)
      union |= whole
      rest |= Float(whole & 0xFFFF).bitPattern ^ figure.bitPattern
      isLive[start &+ place] = isLive[start &+ place] || figure != 0
    }
    guard rest == 0 else { return bytes(of: figures) { Float($0).bitPattern } }
    return bytes(of: figures, upTo: union) { whole(of: Float($0)) }
  }

  /// The bytes of figures that are held in whole steps.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - steps: How many steps make a figure of 1, for each measure.
  ///   - first: The measure of the first figure; the measures follow each other over and over.
  ///   - isLive: Learns which of them are not zero steps.
  ///   - start: The place of the first of them there.
  /// - Returns: The bytes.
  package static func steps(
    _ figures: Span<Double>,
    _ steps: [Double],
    ofMeasure first: Int,
    isLive: inout MutableSpan<Bool>,
    from start: Int,
  ) -> [UInt8] {
    var union: UInt32 = 0
    let wholes = figures.indices.map { place in
      let whole = (figures[place] * steps[(first + place) % steps.count]).roundedHalfUp()
      let step = UInt32(min(whole, 65_535))
      union |= step
      isLive[start &+ place] = isLive[start &+ place] || step != 0
      return Double(step)
    }
    return bytes(of: wholes.span, upTo: union) { UInt32($0) }
  }

  /// Whole numbers in the fewest bytes that hold them.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - union: All their bits, at most those of 65,535.
  ///   - whole: The whole number of a figure.
  /// - Returns: The bytes.
  @inline(__always)
  private static func bytes(
    of figures: Span<Double>,
    upTo union: UInt32,
    _ whole: (Double) -> UInt32,
  ) -> [UInt8] {
    switch union {
    case 0: []
    case ...0xFF: bytes(of: figures) { UInt8(truncatingIfNeeded: whole($0)) }
    default: bytes(of: figures) { UInt16(truncatingIfNeeded: whole($0)) }
    }
  }

  /// Numbers one after another, the least significant byte first.
  @inline(__always)
  private static func bytes<Number: FixedWidthInteger & BitwiseCopyable>(
    of figures: Span<Double>,
    _ number: (Double) -> Number,
  ) -> [UInt8] {
    let width = MemoryLayout<Number>.size
    var bytes = [UInt8](repeating: 0, count: figures.count * width)
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes
    for place in figures.indices {
      let number = number(figures[place]).littleEndian
      target.storeBytes(of: number, toByteOffset: place &* width, as: Number.self)
    }
    return bytes
  }

  /// The whole number that a figure is, if it is one up to 65,535; any other number if it is not.
  ///
  /// From 2^23 on the last bits of a number of seven digits count its ones. Adding that much costs
  /// less than a conversion that must not fail.
  @inline(__always)
  private static func whole(of figure: Float) -> UInt32 {
    (figure + 0x1p23).bitPattern &- Float(0x1p23).bitPattern
  }

  // MARK: - Reading

  /// Reads figures.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - precision: How precisely the figures are held.
  ///   - count: How many figures they are.
  ///   - body: Receives the place of each figure and the figure, or its number of steps.
  /// - Returns: Whether there are as many bytes as there can be.
  @inline(__always)
  package static func read(
    _ bytes: [UInt8],
    heldIn precision: FigurePrecision,
    count: Int,
    _ body: (_ place: Int, _ figure: Double) -> Void,
  ) -> Bool {
    switch (precision, bytes.count) {
    case (_, 0):
      for place in 0..<count { body(place, 0) }
    case (.single, count), (.steps, count):
      for place in 0..<count { body(place, Double(bytes[place])) }
    case (.single, 2 * count), (.steps, 2 * count):
      numbers(bytes, count) { body($0, Double($1 as UInt16)) }
    case (.single, 4 * count):
      numbers(bytes, count) { body($0, Double(Float(bitPattern: $1))) }
    case (.double, 8 * count):
      numbers(bytes, count) { body($0, Double(bitPattern: $1)) }
    default:
      return false
    }
    return true
  }

  @inline(__always)
  private static func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: [UInt8],
    _ count: Int,
    _ body: (_ place: Int, _ number: Number) -> Void,
  ) {
    let span = unsafe bytes.span.bytes
    for place in 0..<count {
      let offset = place &* MemoryLayout<Number>.size
      let number = unsafe span.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self)
      body(place, Number(littleEndian: number))
    }
  }
}
