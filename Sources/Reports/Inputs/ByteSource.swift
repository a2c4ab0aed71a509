import Foundation

/// The bytes of one input, chunk by chunk; gzip is told by its first bytes and unpacked on the way.
struct ByteSource {
    private var origin: Origin
    private let chunkBytes: Int
    private var inflater: Inflater?
    private var hasBegun = false
    private(set) var bytesRead = 0

    private enum Origin {
        case handle(FileHandle)
        case memory([UInt8], position: Int)
    }

    init?(path: String, chunkBytes: Int) {
        guard let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else { return nil }
        origin = .handle(handle)
        self.chunkBytes = chunkBytes
    }

    init(content: [UInt8], chunkBytes: Int) {
        origin = .memory(content, position: 0)
        self.chunkBytes = chunkBytes
    }

    /// About `chunkBytes` or `atLeast` more bytes; empty at the end.
    mutating func next(atLeast: Int = 0) throws(Rejection) -> [UInt8] {
        if !hasBegun { return try begin() }
        guard let inflater else { return try read(max(chunkBytes, atLeast)) }
        while true {
            if let unpacked = try inflater.unpack() { return unpacked }
            let packed = try read(chunkBytes)
            if packed.isEmpty {
                try inflater.finish()
                return []
            }
            inflater.feed(packed)
        }
    }

    private mutating func begin() throws(Rejection) -> [UInt8] {
        hasBegun = true
        var first: [UInt8] = []
        while first.count < 3 {
            let more = try read(chunkBytes)
            if more.isEmpty { break }
            first += more
        }
        guard first.starts(with: [0x1F, 0x8B, 0x08]) else { return first }
        inflater = Inflater(first)
        return try next()
    }

    private mutating func read(_ count: Int) throws(Rejection) -> [UInt8] {
        switch origin {
        case .memory(let content, let position):
            let chunk = Array(content[position..<min(position + count, content.count)])
            origin = .memory(content, position: position + chunk.count)
            bytesRead += chunk.count
            return chunk
        case .handle(let handle):
            do {
                let chunk = [UInt8](try handle.read(upToCount: count) ?? Data())
                bytesRead += chunk.count
                return chunk
            } catch {
                throw .cannotBeOpened
            }
        }
    }
}
