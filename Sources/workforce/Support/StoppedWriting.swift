// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim

/// Writes results; when the user stops that, says what is left of the run.
///
/// - Parameters:
///   - path: The path of the folder.
///   - areKept: Whether the replications are kept.
///   - language: The language of the message.
///   - isolation: The actor on which the work runs: the caller's.
///   - write: Writes the files.
/// - Throws: The exit code of a run that was stopped, or what the closure throws.
func writingResults(
  to path: String,
  areKept: Bool,
  _ language: Language,
  isolation: isolated (any Actor)? = #isolation,
  _ write: () async throws -> Void,
) async throws {
  do {
    try await write()
  } catch let error as OutputError where error.operation == .stop {
    printToStandardError(StoreNotes.stoppedWriting(path, areKept: areKept, language: language))
    throw FailureCode.interrupted
  }
}
