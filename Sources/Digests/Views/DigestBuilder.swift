import Alerts

/// Sorts a caseload's alerts into the sections of a digest; a pure function of the material.
package struct DigestBuilder {
    /// The most alerts that a coordinator should have to read in full a day.
    package static let usualBudget = 8

    private let caseload: Caseload
    private let material: DigestMaterial
    private let budget: Int
    private let cards: [String: [AlertCard]]
    private let inFull: Set<String>

    package init(for caseload: Caseload, of material: DigestMaterial, budget: Int = DigestBuilder.usualBudget) {
        self.caseload = caseload
        self.material = material
        self.budget = budget
        let own = Set(caseload.clients.map(\.id))
        let told = material.alerts.filter { own.contains($0.client) }.compactMap { alert in
            AlertNews(of: alert, in: material).map { AlertCard(alert, news: $0, in: material) }
        }
        let concerns = told.filter { $0.news.needsReading && $0.alert.kind != .recovery }
        inFull = ReaderBudget(limit: budget).idsInFull(of: concerns)
        cards = Dictionary(grouping: told, by: \.alert.client).mapValues { $0.sorted(by: ReaderBudget.precedes) }
    }

    package func digest() -> Digest {
        var digest = Digest(
            caseload: caseload, asOf: material.local(material.asOf), since: material.since.map(material.local),
            budget: budget, putAside: material.putAside, counts: material.counts)
        for client in clientsInOrder() { place(client, in: &digest) }
        digest.sortBlocks()
        digest.summary = summary(of: digest)
        return digest
    }

    /// Each client once, by id, however the caseload lists them.
    private func clientsInOrder() -> [Caseload.Client] {
        var seen: Set<String> = []
        return caseload.clients.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    }

    private func place(_ client: Caseload.Client, in digest: inout Digest) {
        let told = cards[client.id] ?? []
        let full = told.filter { inFull.contains($0.alert.id) }
        let recoveries = told.filter { $0.alert.kind == .recovery && $0.news.needsReading }
        let brief = told.filter { card in !full.contains(card) && !recoveries.contains(card) }
        if let severity = full.first?.alert.severity {
            let block = ClientBlock(client: client, cards: full + recoveries, brief: brief)
            switch severity {
            case .urgent, .high: digest.today.append(block)
            case .medium: digest.thisWeek.append(block)
            case .low: digest.nextReview.append(block)
            }
        } else if !recoveries.isEmpty {
            digest.improving.append(ClientBlock(client: client, cards: recoveries, brief: brief))
        } else if told.isEmpty {
            if material.reportCounts.map({ $0[client.id, default: 0] == 0 }) ?? false {
                digest.noReports.append(client)
            } else {
                digest.nothingNew.append(client)
            }
        } else {
            brief.forEach { digest.file(ClientLine(client: client, card: $0)) }
        }
    }

    private func summary(of digest: Digest) -> Digest.Summary {
        let told = cards.values.joined()
        let isBelow = { (card: AlertCard) in
            card.news.needsReading && card.alert.kind != .recovery && !inFull.contains(card.alert.id)
        }
        return Digest.Summary(
            today: digest.today.count, thisWeek: digest.thisWeek.count, nextReview: digest.nextReview.count,
            improving: digest.improving.count, stillOpen: told.filter { $0.news == .unchanged }.count,
            belowLine: told.filter(isBelow).count, nothingNew: digest.nothingNew.count,
            noReports: digest.noReports.count, putAside: putAsideCount)
    }

    private var putAsideCount: Int { material.putAside.reduce(0) { $0 + $1.count } }
}

extension Digest {
    /// Puts a one-line alert where it belongs when its client has no block.
    fileprivate mutating func file(_ line: ClientLine) {
        let alert = line.card.alert
        switch line.card.news {
        case .new, .worse, .easier, .moreEvidence:
            belowLine.append(line)
        case .ended, .withdrawn:
            ended.append(line)
        case .unchanged:
            let isPressing = alert.severity <= .high && alert.status == .open && alert.kind != .recovery
            if isPressing { waiting.append(line) } else { unchanged.append(line) }
        }
    }

    fileprivate mutating func sortBlocks() {
        let isMorePressing = { (a: ClientBlock, b: ClientBlock) in
            guard let first = a.cards.first, let second = b.cards.first else { return !a.cards.isEmpty }
            return ReaderBudget.precedes(first, second)
        }
        today.sort(by: isMorePressing)
        thisWeek.sort(by: isMorePressing)
        nextReview.sort(by: isMorePressing)
        let isMorePressingLine = { (a: ClientLine, b: ClientLine) in ReaderBudget.precedes(a.card, b.card) }
        waiting.sort(by: isMorePressingLine)
        belowLine.sort(by: isMorePressingLine)
        unchanged.sort(by: isMorePressingLine)
    }
}
