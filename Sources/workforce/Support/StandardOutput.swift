// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports

/// What standard output can show.
enum StandardOutput {
  /// The colours and signs.
  static var style: Style { Style(descriptor: STDOUT_FILENO) }

  /// The columns of a page; one that goes to a file has room for whole names.
  static var pageWidth: Int {
    isatty(STDOUT_FILENO) == 1 ? min(100, max(60, terminalColumns(STDOUT_FILENO))) : 100
  }
}
