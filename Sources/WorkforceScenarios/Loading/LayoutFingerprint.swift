// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
package import WorkforceSim

/// What the figures of a record are, so that records are not read as something else.
package enum LayoutFingerprint {
  /// The SHA-256 digest of all tables, their keys and where their figures lie.
  ///
  /// - Parameter layout: Where every figure of a year lies.
  /// - Returns: 64 hexadecimal digits.
  package static func text(of layout: RecordLayout) -> String {
    var hash = SHA256()
    func add(_ text: String) { hash.update(data: Array("\(text.utf8.count):\(text)".utf8)) }
    add(String(layout.width))
    for table in layout.tables {
      add(table.name)
      add(String(table.offset))
      for key in table.keys {
        add(key.name)
        for member in key.members { add(member.code) }
      }
      for row in table.rows ?? [] { add(String(row)) }
    }
    return hash.finalize().hexadecimalText
  }
}
