// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A refusal by the GNU Scientific Library.
package struct GSLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// GSL's error number, as in `gsl_errno.h`.
  package let status: Int32

  /// What GSL says about the error number.
  package var description: String {
    unsafe "GSL refused the computation: \(String(cString: gsl_strerror(status)))"
  }

  /// Throws when a call of GSL did not succeed.
  ///
  /// - Parameter status: What the call returned.
  /// - Throws: The error of the status, unless it is `GSL_SUCCESS`.
  static func check(_ status: Int32) throws(GSLError) {
    if status != Int32(GSL_SUCCESS) { throw GSLError(status: status) }
  }

  /// Keeps GSL from ending the process at an error; every owner of a GSL object touches it first.
  ///
  /// GSL's own handler calls `abort`. Without it errors are status codes only, so arguments are
  /// checked before every call and statuses after it.
  static let handlerIsOff: Void = {
    unsafe _ = gsl_set_error_handler_off()
  }()
}
