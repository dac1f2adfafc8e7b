// SPDX-License-Identifier: GPL-3.0-or-later

extension Sequence<UInt8> {
  /// The bytes in hexadecimal digits, two a byte, such as `00ff`.
  package var hexadecimalText: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
