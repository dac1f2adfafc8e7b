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
  @inline(__always)
  func product(_ tables: Range<Int>, _ members: [Int]) -> Double {
    var product = value(tables.lowerBound, members)
    for table in tables.dropFirst() { product *= value(table, members) }
    return product
  }

  @inline(__always)
  private func value(_ table: Int, _ members: [Int]) -> Double {
    var index = tables[table].firstNumber
    for position in tables[table].axes {
      let axis = axes[position]
      let member = members[axis.ordinal]
      guard member < axis.count else { return 0 }
      index &+= member &* axis.stride
    }
    return numbers[index]
  }
}
