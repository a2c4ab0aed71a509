import CZlib

/// Unpacks gzip, one member after the other. The only place that hands pointers to zlib.
@safe final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private var packed: [UInt8]
    private var position = 0
    private var isInMember = true
    private var failure: Rejection?
    private static let outputBytes = 128 << 10

    init(_ packed: [UInt8]) {
        self.packed = packed
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window; 16 more ask zlib for the gzip wrapping.
        let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        if status != Z_OK { failure = .compressedDataDamaged }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Hands over the next packed bytes, once `unpack` has asked for them.
    func feed(_ bytes: [UInt8]) {
        packed = bytes
        position = 0
    }

    /// Some unpacked bytes, or nil when more packed ones are needed.
    func unpack() throws(Rejection) -> [UInt8]? {
        if let failure { throw failure }
        while position < packed.count {
            if !isInMember, !beginMember() { continue }
            let (unpacked, status) = step()
            switch status {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: isInMember = false
            default: failure = .compressedDataDamaged
            }
            if !unpacked.isEmpty { return unpacked }
            if let failure { throw failure }
        }
        return isInMember ? drain() : nil
    }

    /// To be called at the end of the packed bytes.
    func finish() throws(Rejection) {
        if isInMember { throw .compressedDataEndsEarly }
    }

    /// Zero bytes after a member are padding, as tapes and some tools leave it.
    private func beginMember() -> Bool {
        if packed[position] == 0 {
            position += 1
            return false
        }
        unsafe inflateReset(stream)
        isInMember = true
        return true
    }

    /// What zlib still holds back after it has taken all input.
    private func drain() -> [UInt8]? {
        let (unpacked, status) = step()
        if status == Z_STREAM_END { isInMember = false }
        return unpacked.isEmpty ? nil : unpacked
    }

    private func step() -> (unpacked: [UInt8], status: Int32) {
        var status = Z_OK
        let available = packed.count - position
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: Self.outputBytes) { output, count in
            unsafe packed.withUnsafeMutableBufferPointer { input in
                guard let inputStart = input.baseAddress else { return }
                unsafe stream.pointee.next_in = inputStart + position
                unsafe stream.pointee.avail_in = UInt32(available)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(Self.outputBytes)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                count = unsafe Self.outputBytes - Int(stream.pointee.avail_out)
            }
        }
        position += unsafe available - Int(stream.pointee.avail_in)
        return (unpacked, status)
    }
}
