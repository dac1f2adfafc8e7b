// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a whole number for people, with a comma at every thousand.
///
/// - Parameter value: The number.
/// - Returns: The text, such as `1,738`.
package func grouped(_ value: Int) -> String {
  var bytes: [UInt8] = []
  DecimalText.append(value, to: &bytes)
  return group(bytes)
}

/// Writes a number for people, with a comma at every thousand and all its decimals.
///
/// Zeros at the end stay, so that the points of a column stand below each other.
///
/// - Parameters:
///   - value: The number; NaN gives an empty text.
///   - decimals: The decimals, 0 to 15.
/// - Returns: The text, such as `1,738.50`.
package func grouped(_ value: Double, decimals: Int) -> String {
  var bytes: [UInt8] = []
  DecimalText.append(value, decimals: decimals, keepsZeros: true, to: &bytes)
  return value.magnitude < 0x1p64 ? group(bytes) : String(decoding: bytes, as: UTF8.self)
}

/// A figure of the model with the digits that tables have of it.
///
/// A page that goes by it shows the same, whether it is made from a run or from its tables. Money is
/// exact in tables and needs no such rounding.
///
/// - Parameter value: The figure.
/// - Returns: The number that is read back from a table.
func roundedAsInTables(_ value: Double) -> Double {
  Double(format(value, decimals: ReportValue.decimals(ofFigure: value))) ?? value
}

/// A number of bytes for people, in the largest unit that leaves at least one.
///
/// - Parameter bytes: The number.
/// - Returns: The text, such as `1.5 MB`.
package func byteText(_ bytes: Int) -> String {
  let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
  for (name, size) in units where Double(bytes) >= size {
    return "\(grouped(Double(bytes) / size, decimals: 1)) \(name)"
  }
  return "\(bytes) B"
}

private func group(_ bytes: [UInt8]) -> String {
  let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
  let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
  var grouped: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    if index > start, index < end, (end - index) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
    grouped.append(byte)
  }
  return String(decoding: grouped, as: UTF8.self)
}
