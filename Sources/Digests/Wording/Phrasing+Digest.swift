extension Phrasing {
    func title(_ digest: Digest) -> String { words(.digestTitle, ["date": dayAndYear(digest.asOf)]) }

    /// For whom: coordinator, branch, agency.
    func reader(_ caseload: Caseload) -> [String] {
        let name = words(.digestFor, ["coordinator": caseload.name.displayable])
        return [name] + [caseload.branch, caseload.agency].compactMap { $0?.displayable }.filter { !$0.isEmpty }
    }

    func period(_ digest: Digest) -> String {
        guard let since = digest.since else { return words(.digestFirst, ["until": moment(digest.asOf)]) }
        return words(.digestPeriod, ["since": moment(since), "until": moment(digest.asOf)])
    }

    /// The counts of the top line with the section each leads to; noughts are left out.
    func summary(_ digest: Digest) -> [(section: String, text: String)] {
        let summary = digest.summary
        let lines = (digest.unchanged.isEmpty ? "waiting" : "no-change")
        let all: [(String, WordKey, Int)] = [
            ("today", .summaryToday, summary.today), ("this-week", .summaryThisWeek, summary.thisWeek),
            ("in-brief", .summaryBelowLine, summary.belowLine), ("next-review", .summaryNextReview, summary.nextReview),
            ("improving", .summaryImproving, summary.improving), (lines, .summaryStillOpen, summary.stillOpen),
            ("no-reports", .summaryNoReports, summary.noReports), ("nothing-new", .summaryNothingNew, summary.nothingNew),
            ("put-aside", .summaryPutAside, summary.putAside),
        ]
        return all.filter { $0.2 > 0 }.map { (section: $0.0, text: words($0.1, ["count": String($0.2)])) }
    }

    /// The one sentence of a digest without news; nil when there is some.
    func allQuiet(_ digest: Digest) -> String? {
        let isQuiet = digest.sections(words).allSatisfy { ["nothing-new", "put-aside"].contains($0.id) }
        return isQuiet ? words(.nothingAtAll, ["clients": String(digest.nothingNew.count)]) : nil
    }

    func record(_ line: PutAsideLine) -> String {
        let times = line.count > 1 ? " (\u{D7}\(line.count))" : ""
        return "\(line.place.displayable): \(line.reason.displayable)\(times)"
    }

    /// What became of the run's records.
    func counts(_ counts: RunCounts) -> [String] {
        let values = [
            "read": String(counts.read), "accepted": String(counts.accepted), "duplicate": String(counts.duplicate),
            "corrected": String(counts.corrected), "putAside": String(counts.putAside),
        ]
        let late = counts.tooLate > 0 ? [words(.tooLate, ["count": String(counts.tooLate)])] : []
        return [words(.runCounts, values)] + late
    }
}

extension Digest {
    /// Fit for a mail's subject: a date and counts, no word of a client or about one.
    package func subject(_ words: Words) -> String {
        let phrasing = Phrasing(words: words)
        return words(
            .digestSubject,
            [
                "date": phrasing.dayAndYear(asOf), "today": String(summary.today), "week": String(summary.thisWeek),
            ])
    }

    /// Without extension: date and coordinator's id, in letters, digits and hyphens.
    package var fileStem: String {
        let (year, month, day) = asOf.date
        let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        let coordinator = caseload.coordinator.lowercased().unicodeScalars.map { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let slug = String(coordinator).split(separator: "-").joined(separator: "-").prefix(60)
        return "digest-\(year)-\(twoDigits(month))-\(twoDigits(day))" + (slug.isEmpty ? "" : "-\(slug)")
    }
}
