// SPDX-License-Identifier: GPL-3.0-or-later

/// Need and availability of a cell in each replication of one run, in single precision.
struct CellRun {
  let need: [Double]
  let available: [Double]

  /// Need less availability.
  var gap: [Double] {
    zip(need, available).map { $0.difference(from: $1, keptIn: .single) }
  }

  /// The figures of the measures of ``ComparedCells``, in their order.
  var measures: [[Double]] {
    let gap = gap
    return [need, available, gap, gap.map { max(0, $0) }]
  }
}

/// Need and availability of a cell in two runs.
struct PairedCell {
  let base: CellRun
  let other: CellRun

  /// The largest figure of either run.
  var size: Double {
    [base.need, base.available, other.need, other.available].reduce(0) { max($0, $1.size) }
  }

  /// Other less base by measure of ``ComparedCells`` and replication.
  var differences: [[Double]] {
    func difference(_ base: [Double], _ other: [Double]) -> [Double] {
      zip(base, other).map { $1.difference(from: $0, keptIn: .single) }
    }
    return [
      difference(base.need, other.need), difference(base.available, other.available),
      gapDifferences, shortageDifferences,
    ]
  }

  /// Other less base of the gap.
  ///
  /// Gaps are small beside the figures that they come from, so that they are compared before those are
  /// taken apart: N₁ − A₁ is N₀ − A₀ where N₁ + A₀ is N₀ + A₁.
  private var gapDifferences: [Double] {
    base.need.indices.map { index in
      (other.need[index] + base.available[index])
        .difference(from: base.need[index] + other.available[index], keptIn: .single)
    }
  }

  /// Other less base of the positive part of the gap.
  var shortageDifferences: [Double] {
    let gaps = zip(base.gap, other.gap)
    return zip(gaps, gapDifferences).map { gaps, difference in
      gaps.0 > 0 && gaps.1 > 0 ? difference : max(0, gaps.1) - max(0, gaps.0)
    }
  }
}

extension [Double] {
  /// The largest of these figures, without its sign; 0 if there are none.
  var size: Double { reduce(0) { Swift.max($0, $1.magnitude) } }
}
