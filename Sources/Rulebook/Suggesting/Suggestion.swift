/// An edit of the agency's config that a dismissed alert speaks for. Nothing changes until somebody applies it.
package struct Suggestion: Hashable, Sendable {
    /// What the edit does and which alerts speak for it, in sentences.
    package var words: String
    /// Nil where the file is one that only a person can edit.
    package var edit: FileEdit?

    /// A file of the agency's folder, before and after.
    package struct FileEdit: Hashable, Sendable {
        /// Below the config folder.
        package var path: String
        package var before: String
        package var after: String

        /// As `patch -p1` and `git apply` take it: the whole of what was added, at its place.
        package var patch: String {
            let (old, new) = (Self.lines(before), Self.lines(after))
            let head = zip(old, new).prefix { $0 == $1 }.count
            let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
            let first = max(0, head - 3)
            let context = old[first..<head]
            let after = old[(old.count - tail)..<min(old.count, old.count - tail + 3)]
            let removed = old[head..<(old.count - tail)]
            let added = new[head..<(new.count - tail)]
            let counts = (context.count + removed.count + after.count, context.count + added.count + after.count)
            let starts = (counts.0 == 0 ? 0 : first + 1, counts.1 == 0 ? 0 : first + 1)
            var lines = [before.isEmpty ? "--- /dev/null" : "--- a/\(path)", "+++ b/\(path)"]
            lines.append("@@ -\(starts.0),\(counts.0) +\(starts.1),\(counts.1) @@")
            lines += context.map { " " + $0 } + removed.map { "-" + $0 } + added.map { "+" + $0 } + after.map { " " + $0 }
            return lines.joined(separator: "\n") + "\n"
        }

        private static func lines(_ text: String) -> [String] {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if lines.last == "" { lines.removeLast() }
            return lines
        }
    }
}
