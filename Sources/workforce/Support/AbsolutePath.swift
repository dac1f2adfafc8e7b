// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A path from the root of the file system, links resolved; the path itself if nothing is there.
///
/// - Parameter path: The path.
/// - Returns: The path from the root.
func absolutePath(_ path: String) -> String {
  guard let resolved = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
