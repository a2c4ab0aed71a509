/// Lines for a terminal: wrapped by words to a width, coloured only when asked.
struct TextPage {
    enum Style: String {
        case plain = ""
        case bold = "1"
        case dim = "2"
        case urgent = "1;97;41"
        case high = "1;31"
        case medium = "1;33"
        case low = "1;36"
        case better = "1;32"
    }

    let width: Int
    let isColoured: Bool
    private(set) var lines: [String] = []

    init(width: Int, isColoured: Bool) {
        self.width = max(20, width)
        self.isColoured = isColoured
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// A paragraph; `lead` stands before the first line and later lines hang under its end.
    mutating func write(_ text: String, style: Style = .plain, indent: Int = 0, lead: String = "", leadStyle: Style = .plain) {
        let margin = String(repeating: " ", count: indent)
        let hang = String(repeating: " ", count: lead.displayWidth)
        let room = max(10, width - indent - lead.displayWidth)
        for (index, line) in Self.wrapped(text, to: room).enumerated() {
            let front = index == 0 ? painted(lead, leadStyle) : hang
            lines.append(margin + front + painted(line, style))
        }
    }

    /// A title with a rule to the edge, where it leaves room for one.
    mutating func heading(_ title: String) {
        blank()
        let room = width - title.displayWidth - 1
        guard room > 0 else { return write(title, style: .bold) }
        lines.append(painted(title, .bold) + " " + painted(String(repeating: "\u{2500}", count: room), .dim))
    }

    private func painted(_ text: String, _ style: Style) -> String {
        isColoured && style != .plain && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Greedy wrapping; a word longer than the room is cut, a no-break space holds.
    static func wrapped(_ text: String, to room: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ").flatMap({ pieces(of: String($0), within: room) }) {
            let width = word.displayWidth
            if used > 0, used + 1 + width > room {
                lines.append(line)
                (line, used) = (word, width)
            } else {
                line += used > 0 ? " " + word : word
                used += width + (used > 0 ? 1 : 0)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { line in String(line.map { $0 == "\u{A0}" ? " " : $0 }) }
    }

    private static func pieces(of word: String, within room: Int) -> [String] {
        guard word.displayWidth > room else { return [word] }
        var pieces = [""]
        var used = 0
        for character in word {
            if used + character.displayWidth > room {
                pieces.append("")
                used = 0
            }
            pieces[pieces.count - 1].append(character)
            used += character.displayWidth
        }
        return pieces
    }
}
