// SPDX-License-Identifier: GPL-3.0-or-later

extension SchoolState {
  /// Hands all columns over; the network stays.
  ///
  /// - Parameter coder: Writes or reads them.
  /// - Throws: `StateProblem` if they are those of another network.
  mutating func code(_ coder: inout some StateCoder) throws(StateProblem) {
    try coder.column(&isOpen, count: isOpen.count)
    try coder.column(&places, count: places.count)
    try coder.column(&pupils, count: pupils.count)
    try coder.column(&classes, count: classes.count)
    try coder.column(&need, count: need.count)
    try coder.column(&normPosts, count: normPosts.count)
    try coder.column(&unitPosts, count: unitPosts.count)
    try coder.column(&slotPosts, count: slotPosts.count)
    try coder.column(&reserve, count: reserve.count)
    try coder.column(&receiverOfClosed, count: receiverOfClosed.count)
    try coder.column(&changes, count: changes.count)
  }
}
