/// The candidate that a misspelling most likely meant: at most two slips away (Damerau–Levenshtein, optimal string
/// alignment), one for names of up to four letters; ties go to the first in alphabetical order.
package func nearestName(to name: String, in candidates: some Collection<String>) -> String? {
    let written = Array(name.lowercased().unicodeScalars)
    let limit = written.count <= 4 ? 1 : 2
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let other = Array(candidate.lowercased().unicodeScalars)
        guard abs(other.count - written.count) <= limit else { continue }
        let distance = slips(written, other)
        guard distance <= limit else { continue }
        if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

private func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var row = [i + 1]
        for (j, other) in b.enumerated() {
            var cost = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
