import CZlib

/// Unpacks gzip, one member after the other. A class, because zlib keeps a pointer to its state.
final class GzipStream {
    private var stream = z_stream()
    private var isOpen = false
    private(set) var isEnded = false

    init() { isOpen = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK }

    deinit { if isOpen { inflateEnd(&stream) } }

    private static let piece = 1 << 18

    /// Hands over what the bytes unpack to, a piece at a time, so that a small file that unpacks to a huge one costs no memory.
    /// - Returns: false where the bytes are damaged.
    func unpack(_ bytes: [UInt8], _ found: ([UInt8]) throws -> Void) rethrows -> Bool {
        guard isOpen else { return false }
        var input = bytes
        var used = 0
        while used < input.count {
            if isEnded {
                // Another member follows, or what does not belong to it.
                guard input[used] == 0x1F || used == 0 && input[0] == 0x1F else {
                    return input[used...].allSatisfy { $0 == 0 }
                }
                inflateReset(&stream)
                isEnded = false
            }
            let (output, taken, status) = inflate(&input, from: used)
            used += taken
            if !output.isEmpty { try found(output) }
            if status == Z_STREAM_END {
                isEnded = true
            } else if status != Z_OK && status != Z_BUF_ERROR {
                return false
            }
            if taken == 0 && output.isEmpty { break }
        }
        return true
    }

    private func inflate(_ input: inout [UInt8], from start: Int) -> (output: [UInt8], taken: Int, status: Int32) {
        var output = [UInt8](repeating: 0, count: Self.piece)
        var status = Z_OK
        var left: (input: UInt32, output: UInt32) = (0, 0)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress.map { $0 + start }
                stream.avail_in = UInt32(input.count - start)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                status = CZlib.inflate(&stream, Z_NO_FLUSH)
                left = (stream.avail_in, stream.avail_out)
            }
        }
        output.removeLast(Int(left.output))
        return (output, input.count - start - Int(left.input), status)
    }
}
