extension JSONReportReader {
    func string(_ text: Span<UInt8>, _ at: inout Int, _ field: String) throws(Rejection) -> String? {
        if isNull(text, &at) { return nil }
        guard at < text.count, text[at] == JSONText.quote else { throw wrongType(text, &at, field, "a string") }
        return try JSONText.string(text, &at)
    }

    func identifier(_ text: Span<UInt8>, _ at: inout Int, _ field: String) throws(Rejection) -> String? {
        guard at < text.count, text[at] == UInt8(ascii: "-") || text[at] &- 0x30 < 10 else { return try string(text, &at, field) }
        return try JSONText.number(text, &at)
    }

    func time(_ text: Span<UInt8>, _ at: inout Int, _ field: String) throws(Rejection) -> TimeReader.Reading? {
        if isNull(text, &at) { return nil }
        guard at < text.count, text[at] == JSONText.quote else { throw wrongType(text, &at, field, "a time in ISO 8601") }
        let (bytes, hasEscapes) = try JSONText.quotedRange(text, &at)
        guard hasEscapes else { return try times.reading(of: text.extracting(bytes), field: field) }
        let plain = try JSONText.unescaped(text, bytes)
        return try times.reading(of: plain.span, field: field)
    }

    func boolean(_ text: Span<UInt8>, _ at: inout Int, _ field: String) throws(Rejection) -> Bool? {
        if isNull(text, &at) { return nil }
        if JSONText.isLiteral("true", text, &at) { return true }
        if JSONText.isLiteral("false", text, &at) { return false }
        throw wrongType(text, &at, field, "true or false")
    }

    func tasks(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> [TickedTask] {
        if isNull(text, &at) { return [] }
        guard at < text.count, text[at] == UInt8(ascii: "[") else { throw wrongType(text, &at, "tasks", "a list") }
        at += 1
        var tasks: [TickedTask] = []
        if JSONText.isEmpty(closing: UInt8(ascii: "]"), text, &at) { return tasks }
        repeat {
            JSONText.skipSpace(text, &at)
            tasks.append(try task(text, &at))
        } while try JSONText.hasNext(closing: UInt8(ascii: "]"), text, &at)
        return tasks
    }

    private func task(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> TickedTask {
        if at < text.count, text[at] == JSONText.quote { return TickedTask(task: try JSONText.string(text, &at), done: true) }
        guard at < text.count, text[at] == UInt8(ascii: "{") else {
            throw wrongType(text, &at, "tasks", "a list of objects with task, done and reason")
        }
        at += 1
        var name: String?
        var isDone: Bool?
        var reason: String?
        if !JSONText.isEmpty(closing: UInt8(ascii: "}"), text, &at) {
            repeat {
                JSONText.skipSpace(text, &at)
                let key = try JSONText.string(text, &at)
                try JSONText.expect(UInt8(ascii: ":"), text, &at)
                JSONText.skipSpace(text, &at)
                switch key {
                case "task": name = try string(text, &at, "tasks.task")
                case "done": isDone = try boolean(text, &at, "tasks.done")
                case "reason": reason = try string(text, &at, "tasks.reason")
                default: try JSONText.skipValue(text, &at)
                }
            } while try JSONText.hasNext(closing: UInt8(ascii: "}"), text, &at)
        }
        guard let name else { throw .missing(field: "tasks.task") }
        guard let isDone else { throw .missing(field: "tasks.done") }
        return TickedTask(task: name, done: isDone, reason: reason)
    }

    private func isNull(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
        at < text.count && text[at] == UInt8(ascii: "n") && JSONText.isLiteral("null", text, &at)
    }

    /// The complaint about a value: a broken one is no JSON at all, before it is of the wrong type.
    private func wrongType(_ text: Span<UInt8>, _ at: inout Int, _ field: String, _ expected: String) -> Rejection {
        do {
            try JSONText.skipValue(text, &at)
            return .wrongType(field: field, expected: expected)
        } catch {
            return error
        }
    }
}
