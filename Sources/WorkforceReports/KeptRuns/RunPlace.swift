// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a run lies, as the user would name it to a command.
package enum RunPlace: Hashable, Sendable {
  /// In a folder of this path, with files.
  case folder(String)
  /// In the store under this name, without files; the command line shows it from there.
  case store(run: String, show: String)

  /// The command line that shows the run.
  var show: String {
    switch self {
    case .folder(let path): "workforce show \(path)"
    case .store(_, let show): show
    }
  }
}
