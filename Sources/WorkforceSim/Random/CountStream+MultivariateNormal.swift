// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

extension CountStream {
  /// Draws numbers that are jointly normal, such as the coefficients of a fitted equation.
  ///
  /// mean + *L* *z* with the Cholesky factor *L* of the covariance matrix and independent standard
  /// normal *z*. A number with variance 0 is its mean.
  ///
  /// - Parameters:
  ///   - mean: The means.
  ///   - covariance: The symmetric covariance matrix, row after row; rows and columns of variance 0
  ///     hold zeros, and the rest is positive definite.
  /// - Returns: One number for each mean.
  /// - Throws: When the covariance matrix is not positive definite.
  package mutating func multivariateNormal(
    mean: [Double],
    covariance: [Double],
  ) throws(GSLError) -> [Double] {
    Self.requireCovariance(covariance, size: mean.count)
    let size = mean.count
    let random = mean.indices.filter { covariance[$0 * size + $0] != 0 }
    if random.isEmpty { return mean }
    let block = random.flatMap { row in random.map { covariance[row * size + $0] } }
    var draw = mean
    for (index, value) in zip(random, try jointlyNormal(mean: random.map { mean[$0] }, block)) {
      draw[index] = value
    }
    return draw
  }

  private mutating func jointlyNormal(
    mean: [Double],
    _ covariance: [Double],
  ) throws(GSLError) -> [Double] {
    let size = mean.count
    var mean = mean
    var factor = covariance
    var draw = [Double](repeating: 0, count: size)
    var status = Int32(GSL_SUCCESS)
    unsafe mean.withUnsafeMutableBufferPointer { mean in
      unsafe factor.withUnsafeMutableBufferPointer { factor in
        unsafe draw.withUnsafeMutableBufferPointer { draw in
          var mean = unsafe gsl_vector_view_array(mean.baseAddress, size)
          var factor = unsafe gsl_matrix_view_array(factor.baseAddress, size, size)
          var draw = unsafe gsl_vector_view_array(draw.baseAddress, size)
          status = unsafe gsl_linalg_cholesky_decomp1(&factor.matrix)
          guard status == Int32(GSL_SUCCESS) else { return }
          status = unsafe gsl_ran_multivariate_gaussian(
            generator,
            &mean.vector,
            &factor.matrix,
            &draw.vector,
          )
        }
      }
    }
    try GSLError.check(status)
    return draw
  }

  private static func requireCovariance(_ covariance: [Double], size: Int) {
    precondition(
      covariance.count == size * size,
      "\(size) means need \(size * size) covariances; \(covariance.count) were given",
    )
    for row in 0..<size {
      for column in 0...row {
        let value = covariance[row * size + column]
        precondition(
          value.isFinite && value == covariance[column * size + row],
          "a covariance matrix is finite and symmetric; row \(row), column \(column) is \(value) "
            + "and its mirror image \(covariance[column * size + row])",
        )
        precondition(
          value == 0 || (covariance[row * size + row] > 0 && covariance[column * (size + 1)] > 0),
          "a covariance other than 0 needs two positive variances; row \(row), column \(column) "
            + "is \(value)",
        )
      }
    }
  }
}
