import Reports

extension Alert {
    /// One line of `alerts list --format ndjson`, fields in the contract's order, without the line end.
    package var ndjsonLine: String {
        var line = "{"
        line += field("alert", id) + "," + field("client", client) + "," + field("rule", rule)
        line += "," + field("kind", kind.rawValue) + "," + field("domain", domain)
        line += "," + field("severity", severity.rawValue) + "," + field("status", status.rawValue)
        line += "," + field("opened", opened.iso8601) + "," + field("updated", updated.iso8601)
        line += "," + (closed.map { field("closed", $0.iso8601) } ?? "\"closed\":null")
        line += "," + field("title", title) + "," + field("why", why)
        line += ",\"evidence\":[" + evidence.map(\.json).joined(separator: ",") + "]"
        line += ",\"proposals\":[" + proposals.map(\.json).joined(separator: ",") + "]"
        return line + "," + field("rulebook", rulebook) + "}"
    }
}

extension Quote {
    fileprivate var json: String {
        "{" + field("report", report) + ",\"start\":\(start),\"end\":\(end)," + field("text", text) + ","
            + field("concept", concept) + "}"
    }
}

extension Proposal {
    fileprivate var json: String { "{" + field("change", change) + "," + field("title", title) + "}" }
}

private func field(_ name: String, _ value: String) -> String { "\"\(name)\":\"\(escaped(value))\"" }

private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
