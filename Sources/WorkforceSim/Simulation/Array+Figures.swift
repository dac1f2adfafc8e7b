// SPDX-License-Identifier: GPL-3.0-or-later

extension Array {
  /// The places of some of the elements.
  @inline(__always)
  func places(where isWanted: (Element) -> Bool) -> [Int] {
    [Int](capacity: count) { places in
      for place in indices where isWanted(self[place]) { places.append(place) }
    }
  }
}

/// Figures by cell or by group.
extension [Double] {
  /// The sums of a figure by cell over the cells of each group.
  func byGroup(_ dimensions: Dimensions) -> [Double] {
    let cellsOfGroup = dimensions.cellsOfGroup
    let (figures, groups) = (span, cellsOfGroup.span)
    return [Double](capacity: groups.count) { sums in
      for group in groups.indices {
        let cells = figures.extracting(groups[group])
        var sum = 0.0
        for cell in cells.indices { sum += cells[cell] }
        sums.append(sum)
      }
    }
  }

  /// A figure by group, for each cell of the group.
  func byCell(_ dimensions: Dimensions) -> [Double] {
    let cellsOfGroup = dimensions.cellsOfGroup
    let (figures, groups) = (span, cellsOfGroup.span)
    return [Double](capacity: dimensions.cellCount) { ofCells in
      for group in groups.indices {
        ofCells.append(repeating: figures[group], count: groups[group].count)
      }
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
