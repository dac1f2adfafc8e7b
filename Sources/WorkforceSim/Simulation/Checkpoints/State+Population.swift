// SPDX-License-Identifier: GPL-3.0-or-later

extension Population {
  /// Hands all columns over.
  ///
  /// - Parameter coder: Writes or reads them.
  /// - Throws: `StateProblem` if columns differ in their length.
  mutating func code(_ coder: inout some StateCoder) throws(StateProblem) {
    try coder.column(&id, count: nil)
    let rows = id.count
    try coder.column(&cell, count: rows)
    try coder.column(&birth, count: rows)
    try coder.column(&serviceStart, count: rows)
    try coder.column(&schoolStart, count: rows)
    try coder.column(&titleStart, count: rows)
    try coder.column(&obligationEnd.byRow, count: rows)
    try coder.column(&contractEnd.byRow, count: rows)
    try coder.column(&sex, count: rows)
    try coder.column(&title, count: rows)
    try coder.column(&degree.byRow, count: rows)
    try coder.column(&contract, count: rows)
    try coder.column(&channel.byRow, count: rows)
    try coder.column(&secondSubject.byRow, count: rows)
    try coder.column(&school.byRow, count: rows)
    try coder.column(&isBackbone.byRow, count: rows)
    try coder.column(&standbySince.byRow, count: rows)
    try coder.column(&trainingEnd.byRow, count: rows)
    try coder.column(&trainingCell.byRow, count: rows)
    try coder.column(&salaryStep, count: rows)
    try coder.column(&postGrade, count: rows)
    try coder.column(&role, count: rows)
    try coder.column(&roleDraw.byRow, count: rows)
    try coder.column(&fullTimeShare.byRow, count: rows)
    try coder.column(&leaveEnd.byRow, count: rows)
    try coder.column(&leaveShare.byRow, count: rows)
    try coder.column(&status, count: rows)
    try coder.column(&weight.byRow, count: rows)
    try coder.column(&hasLeft, count: rows)
  }
}
