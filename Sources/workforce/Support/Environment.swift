// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A variable of the environment.
///
/// - Parameter name: The variable's name.
/// - Returns: Its value, or `nil` if it is not set.
func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
