// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Dimension {
  /// What a table that is read back calls a member: its code, or in Chinese its name.
  ///
  /// A name by which another member would be found gives way to the code.
  ///
  /// - Parameters:
  ///   - position: The member's position.
  ///   - language: The language of the table.
  /// - Returns: The code or name.
  func writtenName(_ position: Int, in language: Language) -> String {
    let member = members[position]
    let name = member.label.chinese
    return language == .chinese && self.position(of: name) == position ? name : member.code
  }
}
