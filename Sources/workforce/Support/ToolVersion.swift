// SPDX-License-Identifier: GPL-3.0-or-later

/// The version of the tool, which is a promise about results.
///
/// The same scenario, seed and version give the same bytes.
let toolVersion = "0.1.0"
