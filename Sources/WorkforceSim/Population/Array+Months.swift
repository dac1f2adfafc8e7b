// SPDX-License-Identifier: GPL-3.0-or-later

extension Array {
  /// What holds for whole years, month by month; the last year stands, with its first month, for all
  /// that is longer.
  var byMonths: [Element] {
    let years = span
    return [Element](capacity: count * 12) { months in
      for year in years.indices.dropLast() { months.append(repeating: years[year], count: 12) }
      if let last = years.indices.last { months.append(years[last]) }
    }
  }
}
