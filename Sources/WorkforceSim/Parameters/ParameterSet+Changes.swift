// SPDX-License-Identifier: GPL-3.0-or-later

extension ParameterSet {
  /// The months in which a parameter may change: its dates, and what its growth goes by.
  ///
  /// - Parameters:
  ///   - reference: The parameter.
  ///   - months: The months that matter.
  /// - Returns: The months among them, in no order; a month may stand twice.
  package func changes(of reference: ParameterReference, in months: Range<Month>) -> [Month] {
    let parameter = self[reference]
    let last = parameter.dated[parameter.dated.count - 1].from
    var changes = parameter.dated.map(\.from) + parameter.adjustments.compactMap(\.from)
    switch parameter.afterLast {
    case .hold:
      break
    case .trend:
      changes += stride(from: last.index, to: months.upperBound.index, by: 12).map(
        Month.init(index:)
      )
    case .index(let name):
      if let index = self.reference(to: name) { changes += self.changes(of: index, in: months) }
    }
    return changes.filter(months.contains)
  }
}
