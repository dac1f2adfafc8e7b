// SPDX-License-Identifier: GPL-3.0-or-later

/// Products of values of parameters, found by members that are numbered by the ordinals of axes.
struct PayValues: Sendable {
  private struct Table: Sendable {
    let firstNumber: Int
    let axes: Range<Int>
  }

  private struct TableAxis: Sendable {
    let ordinal: Int
    let count: Int
    let stride: Int
  }

  private var tables: [Table] = []
  private var axes: [TableAxis] = []
  private var numbers: [Double] = []

  /// Adds the factors of a product.
  ///
  /// Factors that depend on nothing are multiplied at once as long as that leaves their order.
  ///
  /// - Parameter factors: The values, one at least.
  /// - Returns: The tables that make up the product.
  mutating func add(_ factors: [ParameterValues]) -> Range<Int> {
    let first = tables.count
    var product = factors[0]
    var isFirst = true
    for factor in factors.dropFirst() {
      if isFirst, factor.axes.isEmpty {
        for index in product.values.indices { product.values[index] *= factor.values[0] }
      } else {
        append(product)
        isFirst = false
        product = factor
      }
    }
    append(product)
    return first..<tables.count
  }

  private mutating func append(_ values: ParameterValues) {
    tables.append(
      Table(firstNumber: numbers.count, axes: axes.count..<(axes.count + values.axes.count))
    )
    axes += zip(values.axes, values.shape).map { axis, count in
      TableAxis(ordinal: axis.ordinal, count: count, stride: values.stride(of: axis))
    }
    numbers += values.values
  }

  /// The product of the values of several tables; zero where a member is absent.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - kinds: The kinds of teachers.
  ///   - products: Receives a product for each kind.
  func multiply(_ tables: Range<Int>, for kinds: PayKinds, into products: inout [Double]) {
    read(tables.lowerBound, for: kinds, into: &products)
    guard tables.count > 1 else { return }
    var factors = products
    for table in tables.dropFirst() {
      read(table, for: kinds, into: &factors)
      for kind in 0..<kinds.count { products[kind] *= factors[kind] }
    }
  }

  private func read(_ table: Int, for kinds: PayKinds, into values: inout [Double]) {
    let table = tables[table]
    guard !table.axes.isEmpty else {
      for kind in 0..<kinds.count { values[kind] = numbers[table.firstNumber] }
      return
    }
    var places = [Int](repeating: table.firstNumber, count: kinds.count)
    for axis in table.axes.lazy.map({ axes[$0] }) {
      for (kind, place) in kinds.places(ofAxis: axis.ordinal).enumerated() {
        let member = kinds.member(at: place)
        // An absent member leaves the numbers for good.
        places[kind] = member < axis.count ? places[kind] &+ member &* axis.stride : Self.absent
      }
    }
    for kind in 0..<kinds.count {
      values[kind] = places[kind] >= 0 ? numbers[places[kind]] : 0
    }
  }

  /// A place from which no member leads back to the numbers.
  private static let absent = Int.min / 2
}
