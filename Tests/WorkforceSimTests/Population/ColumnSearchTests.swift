// SPDX-License-Identifier: GPL-3.0-or-later

import CColumns
import Testing

@testable import WorkforceSim

/// What is listed of columns is what a filter finds, with whichever instructions.
@Suite struct ColumnSearchTests {
  private static let counts = [0, 1, 7, 8, 9, 63, 64, 65, 255, 1023, 1024, 1025, 2500]

  /// All instructions that the processor at hand knows.
  private static let instructions = [columns_plain, columns_avx2, columns_avx512].filter {
    $0.rawValue <= columns_fastest().rawValue
  }

  private static func mixed(_ number: Int) -> UInt64 {
    let mixed = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  @Test(arguments: counts)
  func `those born by a month are found`(count: Int) {
    var population = Population()
    for row in 0..<count {
      let months = Int16(truncatingIfNeeded: Self.mixed(row) >> 20)
      let birth = row % 50 == 0 ? CompactMonth.past : CompactMonth(months: months)
      population.append(Teacher(id: UInt64(row), cell: 0, birth: birth, serviceStart: .past))
    }
    for latest in [Int16.min, -1, 0, 900, .max] {
      let expected = (0..<count).filter { population.birth[$0].months <= latest }
      #expect(population.rows(bornBy: latest) == expected, "\(latest)")
    }
  }

  @Test(arguments: counts)
  func `numbers that are not above a limit are listed`(count: Int) {
    let numbers = (0..<count).map { Int16(truncatingIfNeeded: Self.mixed($0)) }
    for highest in [Int16.min, -30_000, -1, 0, 20_000, .max] {
      let expected = (0..<count).filter { numbers[$0] <= highest }
      for instructions in Self.instructions {
        var positions = [UInt32](repeating: 0, count: count)
        let length = unsafe columns_not_above(instructions, numbers, count, highest, &positions)
        #expect(positions.prefix(length).map { Int($0) } == expected)
      }
    }
  }

  @Test(arguments: counts)
  func `low numbers are listed with their positions`(count: Int) {
    let numbers = (0..<count).map { UInt32(truncatingIfNeeded: Self.mixed($0)) }
    for highest in [0, 1 << 20, 1 << 30, 1 << 31, UInt32.max - 1, .max] {
      let expected = (0..<count).filter { numbers[$0] <= highest }
      for instructions in Self.instructions {
        var positions = [UInt32](repeating: 0, count: count)
        var found = positions
        let length = unsafe positions.withUnsafeMutableBufferPointer { positions in
          unsafe found.withUnsafeMutableBufferPointer { found in
            let room = unsafe columns_list(
              positions: positions.baseAddress,
              numbers: found.baseAddress,
            )
            return unsafe columns_list_low(instructions, numbers, count, highest, 70, room)
          }
        }
        #expect(positions.prefix(length).map { Int($0) - 70 } == expected)
        #expect(Array(found.prefix(length)) == expected.map { numbers[$0] })
      }
    }
  }

  @Test(arguments: counts)
  func `what stays is the same one by one`(count: Int) {
    let stays = (0..<count).map { Self.mixed($0) >> 40 % 9 != 0 }
    let hasLeft = stays.map { !$0 }
    let bits = hasLeft.span.bitsOfFalse
    func check<Element: FixedWidthInteger & BitwiseCopyable>(_: Element.Type) {
      let column = (0..<count).map { Element(truncatingIfNeeded: Self.mixed($0)) }
      let expected = zip(column, stays).filter { $0.1 }.map { $0.0 }
      for instructions in Self.instructions {
        var kept = column
        let width = MemoryLayout<Element>.stride
        unsafe columns_keep(instructions, &kept, width, count, bits)
        #expect(Array(kept.prefix(expected.count)) == expected)
      }
    }
    check(UInt8.self)
    check(Int16.self)
    check(UInt32.self)
    check(UInt64.self)
  }
}
