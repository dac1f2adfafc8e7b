// SPDX-License-Identifier: GPL-3.0-or-later

/// What was worked out last, which holds as long as what it was worked out from stays the same.
///
/// Most parameters do not change from one year to the next, nor do the tables that are made of them.
/// The values themselves are compared, so that it makes no difference whether they are dated, drawn or
/// those of another scenario; values that do not change share their memory, and then are not gone
/// through.
package struct WorkedOut<Source: Equatable, Result> {
  private var last: (source: Source, result: Result)?

  /// Knows nothing yet.
  package init() {}

  /// Works something out, unless it is known.
  ///
  /// - Parameters:
  ///   - source: All that it depends on.
  ///   - workOut: Works it out.
  /// - Returns: The result.
  package mutating func result(of source: Source, _ workOut: (Source) -> Result) -> Result {
    let result: Result
    if let last, last.source == source { result = last.result } else { result = workOut(source) }
    last = (source, result)
    return result
  }
}
