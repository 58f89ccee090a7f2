#if Diagnosis
    import CDiagnosis

    /// An encrypted connection. OpenSSL sees memory only: every wait is ours, under one watch. A class because it owns the
    /// library's session.
    final class TLSStream: ByteStream {
        let session: OpaquePointer
        private let plain: PlainStream
        private let incoming: OpaquePointer
        private let outgoing: OpaquePointer
        /// The first bytes that ever came.
        private(set) var firstBytes: [UInt8] = []
        /// The number of the alert that ended it.
        private(set) var alert: Int?

        /// Nil where the library has no memory left.
        init?(over plain: PlainStream, in context: OpaquePointer) {
            guard let session = SSL_new(context) else { return nil }
            guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
                SSL_free(session)
                return nil
            }
            // The session owns both from here on.
            SSL_set_bio(session, incoming, outgoing)
            self.session = session
            self.plain = plain
            self.incoming = incoming
            self.outgoing = outgoing
        }

        deinit {
            SSL_free(session)
            ERR_clear_error()
        }

        enum HandshakeEnd {
            case completed
            case stream(StreamEnd)
            /// What came first was no TLS.
            case notTLS
            case refused(reason: String, code: Int32)
        }

        func shakeHands(_ watch: ProbeWatch) -> HandshakeEnd {
            while true {
                ERR_clear_error()
                let status = SSL_connect(session)
                let error = SSL_get_error(session, status)
                // On failure too: the server is owed its alert.
                let sent = flush(watch)
                if status == 1 { return sent.map { .stream($0) } ?? .completed }
                guard error == SSL_ERROR_WANT_READ else { return noteFailure() }
                if let sent { return .stream(sent) }
                if let end = fill(watch) { return .stream(end) }
                if !Self.looksLikeTLS(firstBytes) { return .notTLS }
            }
        }

        func send(_ bytes: [UInt8], _ watch: ProbeWatch) -> StreamEnd? {
            ERR_clear_error()
            guard SSL_write(session, bytes, Int32(bytes.count)) > 0 else { return .closed }
            return flush(watch)
        }

        func receive(_ watch: ProbeWatch) -> Result<[UInt8], StreamEnd> {
            var bytes = [UInt8](repeating: 0, count: 16_384)
            while true {
                ERR_clear_error()
                let count = SSL_read(session, &bytes, Int32(bytes.count))
                if count > 0 { return .success(Array(bytes.prefix(Int(count)))) }
                switch SSL_get_error(session, count) {
                case SSL_ERROR_WANT_READ:
                    if let end = flush(watch) ?? fill(watch) { return .failure(end) }
                case SSL_ERROR_ZERO_RETURN: return .failure(.closed)
                default:
                    _ = noteFailure()
                    return .failure(.reset)
                }
            }
        }

        private func flush(_ watch: ProbeWatch) -> StreamEnd? {
            var bytes = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = BIO_read(outgoing, &bytes, Int32(bytes.count))
                guard count > 0 else { return nil }
                if let end = plain.send(Array(bytes.prefix(Int(count))), watch) { return end }
            }
        }

        private func fill(_ watch: ProbeWatch) -> StreamEnd? {
            switch plain.receive(watch) {
            case .success(let bytes):
                if firstBytes.count < 64 { firstBytes += bytes.prefix(64 - firstBytes.count) }
                BIO_write(incoming, bytes, Int32(bytes.count))
                return nil
            case .failure(let end): return end
            }
        }

        private func noteFailure() -> HandshakeEnd {
            let code = ERR_peek_error()
            let number = desk_error_reason(code)
            // The library numbers the alerts of others from a thousand on.
            if desk_error_library(code) == ERR_LIB_SSL, number >= 1000 { alert = Int(number) - 1000 }
            let reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? ""
            ERR_clear_error()
            return .refused(reason: reason, code: number)
        }

        /// Records begin with a number from 20 to 23.
        private static func looksLikeTLS(_ bytes: [UInt8]) -> Bool {
            bytes.first.map { (20...23).contains($0) } ?? true
        }
    }
#endif
