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
    try coder.column(&obligationEnd, count: rows)
    try coder.column(&contractEnd, count: rows)
    try coder.column(&sex, count: rows)
    try coder.column(&title, count: rows)
    try coder.column(&degree, count: rows)
    try coder.column(&contract, count: rows)
    try coder.column(&channel, count: rows)
    try coder.column(&secondSubject, count: rows)
    try coder.column(&school, count: rows)
    try coder.column(&isBackbone, count: rows)
    try coder.column(&standbySince, count: rows)
    try coder.column(&trainingEnd, count: rows)
    try coder.column(&trainingCell, count: rows)
    try coder.column(&salaryStep, count: rows)
    try coder.column(&postGrade, count: rows)
    try coder.column(&role, count: rows)
    try coder.column(&roleDraw, count: rows)
    try coder.column(&fullTimeShare, count: rows)
    try coder.column(&leaveEnd, count: rows)
    try coder.column(&leaveShare, count: rows)
    try coder.column(&status, count: rows)
    try coder.column(&weight, count: rows)
    try coder.column(&hasLeft, count: rows)
  }
}
