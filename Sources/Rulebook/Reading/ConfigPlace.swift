/// Where a value stands in the config: line and column count from 1, columns in Unicode scalars.
package struct ConfigPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file as it is shown to people: below the agency's folder, or below `built-in`.
    package var file: String
    package var line: Int
    package var column: Int
    /// How many columns the value takes, for the caret line.
    package var width: Int

    package init(file: String, line: Int, column: Int, width: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.width = width
    }

    package var description: String { "\(file):\(line):\(column)" }

    package static func < (a: ConfigPlace, b: ConfigPlace) -> Bool {
        (a.file, a.line, a.column, a.width) < (b.file, b.line, b.column, b.width)
    }
}

/// A value of the config that knows where it stands.
package struct Located<Value> {
    package var value: Value
    package var place: ConfigPlace

    package init(_ value: Value, at place: ConfigPlace) {
        self.value = value
        self.place = place
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
