// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// Whether the tables of a folder are made for Excel.
struct ByteOrderMarkOption: ParsableArguments {
  @Flag(help: "Begin every CSV with a byte-order mark, so that Excel reads Chinese.")
  var excel = false
}
