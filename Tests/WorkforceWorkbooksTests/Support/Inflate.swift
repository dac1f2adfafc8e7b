// SPDX-License-Identifier: GPL-3.0-or-later

/// Decompresses deflated bytes, independently of the library that compressed them.
///
/// Source: P. Deutsch, DEFLATE Compressed Data Format Specification version 1.3, RFC 1951.
struct Inflate {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537,
    2_049, 3_073, 4_097, 6_145, 8_193, 12_289, 16_385, 24_577,
  ]
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// The bytes that were compressed.
  static func bytes(from compressed: ArraySlice<UInt8>) -> [UInt8] {
    var inflate = Inflate(compressed)
    inflate.run()
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  private mutating func run() {
    var isLast = false
    while !isLast {
      isLast = take(1) == 1
      switch take(2) {
      case 0: copyStored()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        decode(Codes(lengths), Codes([Int](repeating: 5, count: 30)))
      default: decodeWithOwnCodes()
      }
    }
  }

  private mutating func take(_ count: Int) -> Int {
    while bitCount < count {
      bits |= UInt32(bytes[place]) << bitCount
      place += 1
      bitCount += 8
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return Int(bits & (1 << count - 1))
  }

  private mutating func copyStored() {
    bits = 0
    bitCount = 0
    let count = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    output += bytes[(place + 4)..<(place + 4 + count)]
    place += 4 + count
  }

  private mutating func decodeWithOwnCodes() {
    let (literals, distances, count) = (take(5) + 257, take(5) + 1, take(4) + 4)
    var lengths = [Int](repeating: 0, count: 19)
    for position in 0..<count { lengths[Self.lengthOrder[position]] = take(3) }
    let codes = Codes(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch symbol(codes) {
      case 16: all += [Int](repeating: all[all.count - 1], count: 3 + take(2))
      case 17: all += [Int](repeating: 0, count: 3 + take(3))
      case 18: all += [Int](repeating: 0, count: 11 + take(7))
      case let length: all.append(length)
      }
    }
    decode(Codes(Array(all[..<literals])), Codes(Array(all[literals...])))
  }

  private mutating func decode(_ literals: Codes, _ distances: Codes) {
    while true {
      let literal = symbol(literals)
      if literal == 256 { return }
      if literal < 256 {
        output.append(UInt8(literal))
        continue
      }
      let step = literal - 257
      let length = Self.lengthBases[step] + take(step < 8 || step == 28 ? 0 : step / 4 - 1)
      let code = symbol(distances)
      let distance = Self.distanceBases[code] + take(code < 4 ? 0 : code / 2 - 1)
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ codes: Codes) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= take(1)
      let count = codes.counts[length]
      if code - first < count { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    preconditionFailure("no symbol has this code")
  }

  /// The symbols of a canonical code, by length and value.
  private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    let symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }
        .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }
}
