import Reports

/// A date as people write it, in UTC: `2 Mar 2026`.
func plainDate(_ instant: Instant) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = instant.civilDate
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
}

/// `5 months`, `4 years`: never more exact than it is.
func plainYears(_ years: Double) -> String {
    if years < 1.0 / 12 { return "a month" }
    if years < 1.5 { return counted(Int((years * 12).rounded()), "month") }
    if years > 100 { return "100 years or more" }
    return counted(Int(years.rounded()), "year")
}

func plainDays(_ days: Double) -> String {
    days < 1.5 ? counted(Int((days * 24).rounded()), "hour") : counted(Int(days.rounded()), "day")
}

/// With one decimal where it has one.
func plainNumber(_ number: Double) -> String {
    let tenths = Int64((number * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? whole : whole + ".\(abs(tenths) % 10)"
}

func counted(_ count: Int, _ thing: String) -> String { count == 1 ? "1 \(thing)" : "\(count) \(thing)s" }

func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

/// Replaces `{name}` by its value; a name without a value stays as it is written.
func filled(_ template: String, _ value: (Substring) -> String?) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        result += rest[..<open]
        let name = rest[rest.index(after: open)..<close]
        result += value(name) ?? String(rest[open...close])
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}
