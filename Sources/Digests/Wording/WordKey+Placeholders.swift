extension WordKey {
    /// The gaps that a template may use; it need not use them all.
    package var placeholders: [String] { Self.gaps[self] ?? [] }

    /// How many words separated by spaces a list must hold; nil for sentences.
    var listLength: Int? {
        switch self {
        case .months: 12
        case .weekdays: 7
        default: nil
        }
    }

    private static let gaps: [WordKey: [String]] = [
        .day: ["weekday", "day", "month"],
        .dayAndYear: ["weekday", "day", "month", "year"],
        .moment: ["day", "time"],
        .newsWorse: ["severity"],
        .newsEasier: ["severity"],
        .newsUnchanged: ["status", "days"],
        .newsEnded: ["status"],
        .digestTitle: ["date"],
        .digestFor: ["coordinator"],
        .digestPeriod: ["since", "until"],
        .digestFirst: ["until"],
        .digestSubject: ["date", "today", "week"],
        .nothingAtAll: ["clients"],
        .runCounts: ["read", "accepted", "duplicate", "corrected", "putAside"],
        .tooLate: ["count"],
        .summaryToday: ["count"],
        .summaryThisWeek: ["count"],
        .summaryNextReview: ["count"],
        .summaryImproving: ["count"],
        .summaryStillOpen: ["count"],
        .summaryBelowLine: ["count"],
        .summaryNothingNew: ["count"],
        .summaryNoReports: ["count"],
        .summaryPutAside: ["count"],
        .noteBelowLine: ["budget"],
        .andMore: ["count"],
        .opened: ["date"],
        .onset: ["date"],
        .quoteSource: ["moment", "carer"],
        .quoteSourceUnknown: ["report"],
        .moreQuotes: ["count"],
        .proposal: ["title", "date"],
        .proposalSuccess: ["success"],
        .reference: ["id"],
        .event: ["moment", "status", "severity"],
        .eventBy: ["who"],
        .eventReason: ["reason"],
        .rule: ["rule", "rulebook"],
        .chartTitle: ["measure"],
        .chartUsual: ["k", "n"],
        .chartLatest: ["bad", "count"],
        .chartWeek: ["date", "bad", "count"],
        .chartWeekEmpty: ["date"],
        .chartAlarm: ["date"],
        .storyTitle: ["client"],
        .storyAsOf: ["moment"],
        .storyMoreVisits: ["count"],
        .storyClosedLine: ["status", "from", "to"],
        .lookBackTitle: ["client", "from", "until"],
        .lookBackEvent: ["event"],
        .lookBackNearLine: ["measure", "bad", "of", "since", "usual", "share"],
        .lookBackChangeLine: ["measure", "bad", "of", "before", "ofBefore"],
        .reviewTitle: ["moment"],
        .reviewOutbreakLine: ["measure", "count", "of", "date", "usual"],
        .reviewLevelLine: ["client", "measure", "bad", "of"],
        .findingPresent: ["concept"],
        .findingPossible: ["concept"],
        .findingAbsent: ["concept"],
        .findingHistorical: ["concept"],
        .findingHypothetical: ["concept"],
        .findingOther: ["concept"],
    ]
}
