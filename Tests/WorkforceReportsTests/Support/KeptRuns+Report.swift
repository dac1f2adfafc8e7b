// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports

extension KeptRuns {
  /// Reads what the tables of a report hold, as the files would.
  static func kept(
    _ report: RunReport,
    _ requests: [KeptTableRequest],
    folder: String = "results/tiny/f00dfeed0123",
  ) throws -> KeptRun {
    try report.kept(requests, from: .folder(folder))
  }
}
