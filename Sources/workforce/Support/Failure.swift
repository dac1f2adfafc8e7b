// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import WorkforceReports
import WorkforceSim
import WorkforceStore

/// The exit codes of the command, after sysexits.h.
enum FailureCode {
  /// The scenario or its data are wrong.
  static let data = ExitCode(65)
  /// A file is missing.
  static let missingFile = ExitCode(66)
  /// The program is at fault.
  static let software = ExitCode(70)
  /// A folder or file cannot be created.
  static let cannotCreate = ExitCode(73)
  /// A file cannot be written.
  static let cannotWrite = ExitCode(74)
  /// The user stopped the run.
  static let interrupted = ExitCode(130)
}

/// Runs a command's work and turns every error into a message on standard error and an exit code.
///
/// - Parameters:
///   - isolation: The actor on which the work runs: the caller's.
///   - work: The work.
/// - Returns: What the work returns.
/// - Throws: The exit code.
func reportingFailures<Result>(
  isolation: isolated (any Actor)? = #isolation,
  _ work: () async throws -> Result,
) async throws -> Result {
  do {
    return try await work()
  } catch let error as ScenarioError {
    printToStandardError(error.description)
    let isMissing = error.problems.allSatisfy { $0.kind == .missingFile }
    throw isMissing ? FailureCode.missingFile : FailureCode.data
  } catch let error as RunFolderError {
    printToStandardError(error.description)
    throw error.isMissingFile ? FailureCode.missingFile : FailureCode.data
  } catch let error as StoreError {
    printToStandardError(error.description)
    throw ExitCode(error.exitCode)
  } catch let error as StoredRunLookupError {
    printToStandardError(error.description)
    throw error.isMissing ? FailureCode.missingFile : FailureCode.data
  } catch let error as StoredResultsError {
    printToStandardError(error.description)
    throw FailureCode.data
  } catch let error as OutputError {
    printToStandardError(error.description)
    throw ExitCode(error.exitCode)
  } catch let error as ConservationError {
    printToStandardError(
      "The balance of people is broken: \(error). Nothing was written; please report this."
    )
    throw FailureCode.software
  } catch let error as OpeningError {
    printToStandardError(error.description)
    throw FailureCode.data
  }
}

/// Writes lines to standard error; no name in them steers the terminal.
///
/// - Parameter text: The lines, without the end of the last one.
func printToStandardError(_ text: String) {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let text = lines.map { visible(String($0)) }.joined(separator: "\n")
  let sink = ByteSink(descriptor: STDERR_FILENO, path: "standard error")
  // There is nobody left to tell if standard error itself cannot be written.
  try? sink.write(text + "\n")
  try? sink.flush()
}
