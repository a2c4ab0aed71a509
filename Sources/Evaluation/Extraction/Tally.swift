/// Hits, extras and misses of a set of decisions, with the usual measures.
package struct Tally: Hashable, Sendable {
    /// In label and extraction.
    package var hits: Int
    /// Extracted only.
    package var extras: Int
    /// Labelled only.
    package var misses: Int

    package init(hits: Int = 0, extras: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.extras = extras
        self.misses = misses
    }

    package var precision: Double { share(hits, hits + extras) }
    package var recall: Double { share(hits, hits + misses) }
    package var f1: Double { share(2 * hits, 2 * hits + extras + misses) }
    package var labelled: Int { hits + misses }
    package var isEmpty: Bool { hits + extras + misses == 0 }

    package var precisionInterval: Interval { .share(hits, of: hits + extras) }
    package var recallInterval: Interval { .share(hits, of: hits + misses) }

    package static func + (a: Tally, b: Tally) -> Tally {
        Tally(hits: a.hits + b.hits, extras: a.extras + b.extras, misses: a.misses + b.misses)
    }

    package static func += (a: inout Tally, b: Tally) { a = a + b }

    private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
}
