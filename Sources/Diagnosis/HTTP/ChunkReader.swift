/// Takes the body out of its chunks, as the bytes come.
struct ChunkReader {
    enum State: Equatable {
        case more, complete, malformed
    }

    private enum Part {
        case size, data(Int), dataEnd, trailer
    }

    private var part = Part.size
    private var line: [UInt8] = []
    private(set) var state = State.more

    /// A size or a trailer of more bytes is none.
    private static let longestLine = 4096

    /// - Returns: the bytes of the body among those.
    mutating func take(_ bytes: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        var left = bytes[...]
        while let byte = left.first, state == .more {
            if case .data(let count) = part {
                let taken = left.prefix(count)
                body += taken
                left = left.dropFirst(taken.count)
                part = taken.count == count ? .dataEnd : .data(count - taken.count)
                continue
            }
            left = left.dropFirst()
            if byte != UInt8(ascii: "\n") {
                line.append(byte)
                if line.count > Self.longestLine { state = .malformed }
            } else {
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                endLine()
                line = []
            }
        }
        return body
    }

    private mutating func endLine() {
        switch part {
        case .size:
            guard let size = Self.size(line) else { return state = .malformed }
            part = size == 0 ? .trailer : .data(size)
        case .dataEnd:
            guard line.isEmpty else { return state = .malformed }
            part = .size
        case .trailer:
            if line.isEmpty { state = .complete }
        case .data: break
        }
    }

    /// Hexadecimal digits; what follows a semicolon says nothing about the size.
    private static func size(_ line: [UInt8]) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        guard !digits.isEmpty, digits.count <= 8, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
