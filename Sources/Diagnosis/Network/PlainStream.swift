#if Diagnosis
    import CDiagnosis
    import Glibc

    /// Bytes as they are.
    struct PlainStream: ByteStream {
        let socket: Socket

        func send(_ bytes: [UInt8], _ watch: ProbeWatch) -> StreamEnd? {
            var left = bytes[...]
            while !left.isEmpty {
                if let stop = watch.wait(for: Int16(POLLOUT), on: socket.descriptor) { return StreamEnd(stop) }
                let sent = left.withUnsafeBytes {
                    Glibc.send(socket.descriptor, $0.baseAddress, $0.count, desk_send_quietly)
                }
                if sent >= 0 { left = left.dropFirst(sent) } else if !Self.isPassing(errno) { return .reset }
            }
            return nil
        }

        func receive(_ watch: ProbeWatch) -> Result<[UInt8], StreamEnd> {
            var bytes = [UInt8](repeating: 0, count: 16_384)
            while true {
                if let stop = watch.wait(for: Int16(POLLIN), on: socket.descriptor) { return .failure(StreamEnd(stop)) }
                let count = recv(socket.descriptor, &bytes, bytes.count, 0)
                if count > 0 { return .success(Array(bytes.prefix(count))) }
                if count == 0 { return .failure(.closed) }
                if !Self.isPassing(errno) { return .failure(.reset) }
            }
        }

        private static func isPassing(_ code: Int32) -> Bool { code == EAGAIN || code == EINTR }
    }
#endif
