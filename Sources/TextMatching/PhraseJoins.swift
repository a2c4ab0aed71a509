/// Where parts of phrases meet: each of the positions that end one part leads to each of those that begin the next.
///
/// Edges are kept as such products: classes of many wordings behind gaps have thousands of them, and few joins.
struct PhraseJoins: Sendable {
    /// A position with the kinds that it consumes.
    struct Member: BitwiseCopyable, Sendable {
        var kinds: TokenKinds
        var position: Int32
    }

    /// The joins that each position leads into, and those that lead to it.
    let behind: IndexLists
    let before: IndexLists
    /// The members of each join, in order.
    let heads: MemberLists
    let tails: MemberLists

    init(_ compiler: PhraseCompiler, _ positions: [PhraseAutomaton.Position]) {
        tails = MemberLists(compiler.joins.map(\.tails), compiler.tails, positions)
        heads = MemberLists(compiler.joins.map(\.heads), compiler.heads, positions)
        behind = IndexLists(ofJoinsBy: tails, count: positions.count)
        before = IndexLists(ofJoinsBy: heads, count: positions.count)
    }

    func kindsBehind(_ position: Int32) -> TokenKinds {
        behind.list(position).reduce(into: []) { $0.formUnion(heads.kinds[Int(behind.members[$1])]) }
    }

    func kindsBefore(_ position: Int32) -> TokenKinds {
        before.list(position).reduce(into: []) { $0.formUnion(tails.kinds[Int(before.members[$1])]) }
    }

    /// Positions of joins, one list behind the other.
    struct MemberLists: Sendable {
        let starts: [Int32]
        let members: [Member]
        /// The kinds of all members of each.
        let kinds: [TokenKinds]

        init(_ ranges: [Range<Int32>], _ all: [Int32], _ positions: [PhraseAutomaton.Position]) {
            var starts: [Int32] = [0]
            var members: [Member] = []
            var kinds: [TokenKinds] = []
            starts.reserveCapacity(ranges.count + 1)
            members.reserveCapacity(all.count)
            kinds.reserveCapacity(ranges.count)
            for range in ranges {
                let list = Int(range.lowerBound)..<Int(range.upperBound)
                var union = TokenKinds()
                let isSorted = list.dropFirst().allSatisfy { all[$0 - 1] <= all[$0] }
                for position in isSorted ? all[list] : all[list].sorted()[...] {
                    union.formUnion(positions[Int(position)].kinds)
                    members.append(Member(kinds: positions[Int(position)].kinds, position: position))
                }
                starts.append(Int32(members.count))
                kinds.append(union)
            }
            (self.starts, self.members, self.kinds) = (starts, members, kinds)
        }

        @inline(__always)
        func list(_ join: Int32) -> Range<Int> { Int(starts[Int(join)])..<Int(starts[Int(join) &+ 1]) }
    }

    /// Joins by position, one list behind the other.
    struct IndexLists: Sendable {
        let starts: [Int32]
        let members: [Int32]

        /// A counting sort.
        init(ofJoinsBy lists: MemberLists, count: Int) {
            var starts = [Int32](repeating: 0, count: count + 1)
            for member in lists.members { starts[Int(member.position) + 1] += 1 }
            for position in 0..<count { starts[position + 1] += starts[position] }
            var next = starts
            var members = [Int32](repeating: 0, count: lists.members.count)
            for join in 0..<Int32(lists.kinds.count) {
                for index in lists.list(join) {
                    let position = Int(lists.members[index].position)
                    members[Int(next[position])] = join
                    next[position] += 1
                }
            }
            (self.starts, self.members) = (starts, members)
        }

        @inline(__always)
        func list(_ position: Int32) -> Range<Int> { Int(starts[Int(position)])..<Int(starts[Int(position) &+ 1]) }
    }
}
