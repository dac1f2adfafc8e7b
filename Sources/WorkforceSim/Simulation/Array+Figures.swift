// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures by cell or by group.
extension [Double] {
  /// The sums of a figure by cell over the cells of each group.
  func byGroup(_ dimensions: Dimensions) -> [Double] {
    var result = [Double](repeating: 0, count: dimensions.groupCount)
    let cells = indices
    let groupOfCell = dimensions.groupOfCell
    let figures = span.extracting(cells)
    let groups = groupOfCell.span.extracting(cells)
    var sums = result.mutableSpan
    for cell in cells { sums[groups[cell]] += figures[cell] }
    return result
  }

  /// A figure by group, for each cell of the group.
  func byCell(_ dimensions: Dimensions) -> [Double] {
    let groupOfCell = dimensions.groupOfCell
    let (figures, groups) = (span, groupOfCell.span)
    return [Double](capacity: groups.count) { ofCells in
      for cell in groups.indices { ofCells.append(figures[groups[cell]]) }
    }
  }

  /// The figures that each two figures in the same place make.
  ///
  /// They are written to new memory that is not cleared before, several at a time.
  ///
  /// - Parameters:
  ///   - other: As many figures.
  ///   - operation: What two figures make.
  /// - Returns: The figures.
  @inline(__always)
  func combined(
    with other: [Double],
    _ operation: (_ figure: Double, _ other: Double) -> Double,
  ) -> [Double] {
    let places = indices
    let figures = span.extracting(places)
    let others = other.span.extracting(places)
    return [Double](capacity: places.count) { combined in
      for place in places { combined.append(operation(figures[place], others[place])) }
    }
  }
}
