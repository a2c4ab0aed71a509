import Alerts

/// Keeps a digest readable: the most pressing alerts in full, the rest in one line each.
struct ReaderBudget {
    /// Alerts in full; what may never be cut takes its places first.
    var limit: Int

    /// The ids of the alerts that are shown in full.
    func idsInFull(of cards: [AlertCard]) -> Set<String> {
        let ranked = cards.sorted(by: Self.precedes)
        let kept = ranked.filter(Self.isNeverCut)
        let others = ranked.filter { !Self.isNeverCut($0) }.prefix(max(0, limit - kept.count))
        return Set(kept.map(\.alert.id) + others.map(\.alert.id))
    }

    private static func isNeverCut(_ card: AlertCard) -> Bool {
        card.alert.kind == .redFlag || card.alert.severity == .urgent
    }

    /// By severity, then red flags, then the number of reports that bear it out, then the longest open; ids settle the rest.
    static func precedes(_ a: AlertCard, _ b: AlertCard) -> Bool {
        if a.alert.severity != b.alert.severity { return a.alert.severity < b.alert.severity }
        if isRedFlag(a) != isRedFlag(b) { return isRedFlag(a) }
        let evidence = (witnesses(a), witnesses(b))
        if evidence.0 != evidence.1 { return evidence.0 > evidence.1 }
        if a.alert.opened != b.alert.opened { return a.alert.opened < b.alert.opened }
        return a.alert.id < b.alert.id
    }

    private static func isRedFlag(_ card: AlertCard) -> Bool { card.alert.kind == .redFlag }

    private static func witnesses(_ card: AlertCard) -> Int { Set(card.alert.evidence.map(\.report)).count }
}
