// SPDX-License-Identifier: GPL-3.0-or-later

/// An attribute of all rows that takes up one place for as long as no two rows differ in it.
///
/// A scenario uses few of the attributes that a teacher can have: without leave nobody is on leave,
/// without schools nobody has one. Such columns need neither memory nor time. The first row that
/// differs gives every row a place of its own.
package struct Column<Element: Equatable & BitwiseCopyable & Sendable>: Sendable {
  /// The element of all rows, or one for each row.
  private var elements: [Element] = []
  /// 0 if all rows share one place, -1 if each has its own: a row's place is `row & places`.
  private var places = 0
  /// The number of rows.
  package private(set) var count = 0

  /// Creates a column without rows.
  package init() {}

  /// Creates a column from the elements of its rows.
  ///
  /// - Parameter elements: The element of each row.
  package init(_ elements: [Element]) {
    count = elements.count
    let differ = elements.contains { $0 != elements[0] }
    self.elements = differ ? elements : Array(elements.prefix(1))
    places = differ ? -1 : 0
  }

  /// The element of all rows; `nil` if they differ, or differed at some time, or there are none.
  package var shared: Element? { places == 0 && count > 0 ? elements[0] : nil }

  /// The elements row by row where each has a place of its own; `nil` if all share one.
  ///
  /// For loops over many rows, which need not ask at each row where its element stands.
  package var own: [Element]? { places == 0 ? nil : elements }

  /// The rows whose element meets a condition, ascending.
  ///
  /// - Parameters:
  ///   - rows: The rows that are looked at.
  ///   - condition: The condition.
  /// - Returns: The rows.
  @inline(__always)
  package func rows(_ rows: Range<Int>, where condition: (Element) -> Bool) -> [Int] {
    guard places != 0 else {
      return rows.isEmpty || !condition(elements[0]) ? [] : Array(rows)
    }
    let own = elements.span.extracting(rows)
    var found: [Int] = []
    for index in own.indices where condition(own[index]) {
      found.append(rows.lowerBound &+ index)
    }
    return found
  }

  /// The element of each row; costs nothing where each row has a place of its own.
  package var byRow: [Element] {
    get {
      guard places == 0, let element = elements.first else { return elements }
      return [Element](repeating: element, count: count)
    }
    set { self = Column(newValue) }
  }

  /// Makes room for rows, if they have places of their own.
  ///
  /// - Parameter capacity: The number of rows to hold without growing.
  package mutating func reserveCapacity(_ capacity: Int) {
    if places != 0 { elements.reserveCapacity(capacity) }
  }

  /// Adds a row.
  ///
  /// - Parameter element: Its element.
  @inline(__always)
  package mutating func append(_ element: Element) {
    if count == 0 {
      elements = [element]
    } else if places != 0 {
      elements.append(element)
    } else if element != elements[0] {
      spread()
      elements.append(element)
    }
    count += 1
  }

  /// Adds rows.
  ///
  /// - Parameter more: Their elements.
  @inline(__always)
  package mutating func append(contentsOf more: some RandomAccessCollection<Element>) {
    if count > 0, places != 0 {
      elements.append(contentsOf: more)
      count += more.count
    } else {
      for element in more { append(element) }
    }
  }

  /// Adds rows with the same element.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - more: How many rows.
  package mutating func append(_ element: Element, count more: Int) {
    guard more > 0 else { return }
    if count == 0 { elements = [element] }
    if places == 0, element != elements[0] { spread() }
    if places != 0 { elements.append(element, count: more) }
    count += more
  }

  /// Removes rows; those that stay keep their order.
  ///
  /// - Parameter kept: The rows that stay.
  package mutating func compact(_ kept: KeptRows) {
    count -= kept.removedCount
    if count == 0 {
      // The next rows may have one element again.
      (elements, places) = ([], 0)
    } else if places != 0 {
      kept.compact(&elements)
    }
  }

  /// Gives every row a place of its own.
  @inline(never)
  private mutating func spread() {
    // With room for the rows that a year adds, so that these do not copy the column once more.
    var spread: [Element] = []
    spread.reserveCapacity(count + count / 16 + 1)
    spread.append(contentsOf: repeatElement(elements[0], count: count))
    elements = spread
    places = -1
  }
}

extension Column: Equatable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// The element of a row.
  package subscript(row: Int) -> Element {
    @inline(__always)
    get { elements[row & places] }
    @inline(__always)
    set {
      if places == 0 {
        guard newValue != elements[0] else { return }
        spread()
      }
      elements[row] = newValue
    }
  }

  package init(arrayLiteral elements: Element...) { self.init(elements) }

  /// Whether two columns hold the same elements, wherever these are placed.
  package static func == (left: Column, right: Column) -> Bool { left.elementsEqual(right) }
}

extension Column: CustomStringConvertible {
  /// The elements of all rows, as an array is described.
  package var description: String { byRow.description }
}

extension Array where Element: BitwiseCopyable {
  /// Adds an element several times.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - more: How often.
  mutating func append(_ element: Element, count more: Int) {
    // Whole words at a time, where elements of a collection would be asked for one by one.
    append(contentsOf: [Element](repeating: element, count: more))
  }
}
