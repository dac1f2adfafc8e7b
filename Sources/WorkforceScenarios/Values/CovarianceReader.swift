// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the covariance matrix of a parameter's values and makes sure that it can be drawn from.
struct CovarianceReader {
  let problems: ProblemCollector

  /// Reads the key `covariance`.
  ///
  /// - Parameters:
  ///   - keys: The keys of the parameter.
  ///   - size: The number of values of a date.
  /// - Returns: The matrix row by row, or nil if there is none or a problem was reported.
  func covariance(_ keys: KeyedReader, size: Int) -> [Double]? {
    guard let rows = keys.optionalSequence("covariance") else { return nil }
    let name = keys.name(of: "covariance")
    let location = keys.location(of: "covariance")
    let before = problems.count
    let matrix = rows.enumerated().map { number, row -> [Double] in
      guard case .sequence(let items) = row.content else {
        problems.report(
          "'\(name)[\(number + 1)]' is \(row.kindName), but a list is needed.",
          at: row.location,
        )
        return []
      }
      return items.enumerated().compactMap { column, item in
        let path = "\(name)[\(number + 1)][\(column + 1)]"
        guard let text = item.scalar(named: path) else {
          problems.report(
            "'\(path)' is \(item.kindName), but a number is needed.",
            at: item.location,
          )
          return nil
        }
        return text.number(reporting: problems)
      }
    }
    guard problems.count == before, size > 0 else { return nil }
    guard matrix.count == size, matrix.allSatisfy({ $0.count == size }) else {
      problems.report(
        "'\(name)' needs \(size) rows of \(size) numbers, one for each value of a date.",
        at: location,
      )
      return nil
    }
    if let problem = problem(of: matrix) {
      problems.report("'\(name)' \(problem)", at: location)
      return nil
    }
    return matrix.flatMap { $0 }
  }

  private func problem(of matrix: [[Double]]) -> String? {
    for row in matrix.indices {
      for column in 0..<row {
        let (here, there) = (matrix[row][column], matrix[column][row])
        if here != there {
          return "is not symmetric: row \(row + 1), column \(column + 1) is "
            + "\(here.exactText) and its mirror image is "
            + "\(there.exactText)."
        }
        if here != 0, matrix[row][row] <= 0 || matrix[column][column] <= 0 {
          return "has a covariance in row \(row + 1), column \(column + 1) without two variances "
            + "above 0 on the diagonal."
        }
      }
      if matrix[row][row] < 0 {
        return "has the variance \(matrix[row][row].exactText) in row \(row + 1). "
          + "Write 0 or more."
      }
    }
    var stream = CountStream(
      key: RandomKey(seed: 0, replication: 0),
      decision: .parameters,
      year: 0,
    )
    do {
      _ = try stream.multivariateNormal(
        mean: [Double](repeating: 0, count: matrix.count),
        covariance: matrix.flatMap { $0 },
      )
      return nil
    } catch {
      return "is not positive definite, so no values can be drawn from it."
    }
  }
}
