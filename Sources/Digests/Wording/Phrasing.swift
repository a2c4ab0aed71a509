import Alerts

/// Turns view values into the sentences that every face shares.
struct Phrasing {
    let words: Words

    func callAsFunction(_ key: WordKey, _ values: [String: String] = [:]) -> String { words(key, values) }

    /// A name with its id, or the id alone.
    func client(_ client: Caseload.Client) -> String {
        let id = client.id.displayable
        guard let name = client.displayName?.displayable, !name.isEmpty, name != id else { return id }
        return "\(name) (\(id))"
    }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .urgent: words(.urgent)
        case .high: words(.high)
        case .medium: words(.medium)
        case .low: words(.low)
        }
    }

    /// The badge of a card: a recovery says so instead of how pressing it is.
    func badge(_ alert: Alert) -> String { alert.kind == .recovery ? words(.recovery) : severity(alert.severity) }

    func kind(_ kind: AlertKind) -> String {
        switch kind {
        case .redFlag: words(.redFlag)
        case .trend: words(.trend)
        case .pattern: words(.pattern)
        case .silence: words(.silence)
        case .recovery: words(.recovery)
        }
    }

    func status(_ status: AlertStatus) -> String {
        switch status {
        case .open: words(.open)
        case .acknowledged: words(.acknowledged)
        case .snoozed: words(.snoozed)
        case .dismissed: words(.dismissed)
        case .resolved: words(.resolved)
        case .closed: words(.closed)
        case .withdrawn: words(.withdrawn)
        }
    }

    func news(_ card: AlertCard) -> String {
        let status = status(card.alert.status)
        return switch card.news {
        case .new: words(.newsNew)
        case .worse(let was): words(.newsWorse, ["severity": severity(was)])
        case .easier(let was): words(.newsEasier, ["severity": severity(was)])
        case .moreEvidence: words(.newsMoreEvidence)
        case .unchanged: words(.newsUnchanged, ["status": status, "days": String(card.daysOpen)])
        case .ended: words(.newsEnded, ["status": status])
        case .withdrawn: words(.newsWithdrawn)
        }
    }

    /// Kind, news and age, to stand under a title.
    func meta(_ card: AlertCard) -> String {
        let kind = card.alert.kind == .recovery ? [] : [kind(card.alert.kind)]
        let parts = kind + [news(card), words(.opened, ["date": day(card.opened)])]
        return parts.joined(separator: " \u{B7} ").sentenceCased
    }

    /// What a one-line alert says after its client.
    func brief(_ card: AlertCard) -> String { "\(card.alert.title.displayable) (\(news(card)))" }
}

extension Phrasing {
    func day(_ time: LocalTime) -> String { words(.day, dateValues(time)) }

    func dayAndYear(_ time: LocalTime) -> String { words(.dayAndYear, dateValues(time)) }

    func moment(_ time: LocalTime) -> String {
        let clock = "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
        return words(.moment, ["day": day(time), "time": clock])
    }

    private func dateValues(_ time: LocalTime) -> [String: String] {
        let (year, month, day) = time.date
        return [
            "weekday": words.item(time.weekday, of: .weekdays), "day": String(day),
            "month": words.item(month - 1, of: .months), "year": String(year),
        ]
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
