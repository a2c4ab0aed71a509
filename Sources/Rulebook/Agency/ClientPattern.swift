/// A client id, or ids with `*` for any run of characters.
package struct ClientPattern: Hashable, Sendable {
    package var text: String

    package init(_ text: String) { self.text = text }

    package var isExact: Bool { !text.contains("*") }

    /// Written characters: the pattern with more of them is the more specific one.
    var literalCount: Int { text.unicodeScalars.count { $0 != "*" } }

    package func matches(_ client: String) -> Bool {
        isExact ? text == client : Self.matches(Array(text.utf8), Array(client.utf8))
    }

    /// Greedy with one way back: linear but for the last `*`.
    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        let star = UInt8(ascii: "*")
        var (p, t) = (0, 0)
        var retry: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == star {
                retry = (p + 1, t)
                p += 1
            } else if p < pattern.count, pattern[p] == text[t] {
                (p, t) = (p + 1, t + 1)
            } else if let last = retry {
                retry = (last.p, last.t + 1)
                (p, t) = (last.p, last.t + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == star }
    }
}
