/// What a word means to the search for readings.
struct WordUse: BitwiseCopyable, Sendable {
    /// One bit a role of `NumberLanguage`.
    var roles: UInt32 = 0
    /// One bit a form.
    var labels: UInt16 = 0
    var shortLabels: UInt16 = 0
    var behind: UInt16 = 0
    var unless: UInt16 = 0
    var despite: UInt16 = 0
    var changes: UInt16 = 0
    /// Index of the unit; -1 for none.
    var unit: Int8 = -1
    /// The value as a number word; -1 for none.
    var number: Int8 = -1

    static let nothing = WordUse()

    func has(_ role: NumberLanguage.Role) -> Bool { roles & role.bit != 0 }

    func has(any roles: UInt32) -> Bool { self.roles & roles != 0 }

    var isLabel: Bool { labels | shortLabels != 0 }
}

extension NumberLanguage.Role {
    var bit: UInt32 {
        switch self {
        case .hundred: 1 << 0
        case .point: 1 << 1
        case .half: 1 << 2
        case .over: 1 << 3
        case .and: 1 << 4
        case .filler: 1 << 5
        case .beforeUnit: 1 << 6
        case .counted: 1 << 7
        case .old: 1 << 8
        case .was: 1 << 9
        case .pastLead: 1 << 10
        case .pastTime: 1 << 11
        case .past: 1 << 12
        case .condition: 1 << 13
        case .limit: 1 << 14
        case .again: 1 << 15
        case .of: 1 << 16
        case .out: 1 << 17
        case .to: 1 << 18
        case .container: 1 << 19
        case .times: 1 << 20
        case .at: 1 << 21
        case .minute: 1 << 22
        case .stop: 1 << 23
        }
    }
}
