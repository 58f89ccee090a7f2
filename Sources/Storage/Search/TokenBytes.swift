/// A piece of stack in which tokens gather before they are moved to the caller's array in one go: an array checks its
/// owner and its room at every byte, which halves the speed.
struct TokenBytes {
    /// What is larger than this is taken from the heap after all.
    static let capacity = 1024
    /// The most that one scalar writes: a space, a gap, a space and four bytes.
    private static let room = 8

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// `bytes` has the capacity.
    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether the next scalar might not fit.
    var isNearlyFull: Bool {
        @inline(__always) get { count > TokenBytes.capacity - TokenBytes.room }
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    mutating func move(to buffer: inout [UInt8]) {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<count]))
        count = 0
    }
}
