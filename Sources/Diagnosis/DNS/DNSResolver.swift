#if Diagnosis
    import CDiagnosis
    import Glibc

    /// Asks one resolver, or the system's, with c-ares. A class because it owns the library's channel.
    final class DNSResolver {
        private let channel: ares_channel
        /// The kind of the socket that the library opened last.
        private let lastSocket: UnsafeMutablePointer<Int32>

        /// - Parameter server: nil for the system's.
        /// - Throws: `notBuiltIn` where the library does not start.
        init(server: ResolverAddress?) throws(DiagnosisError) {
            var options = ares_options()
            // Answers of every kind are wanted, also "refused"; names are asked as they are.
            options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP | ARES_FLAG_EDNS
            options.timeout = 1_000
            options.tries = 4
            options.ednspsz = 1_232
            let set = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ
            var made: ares_channel?
            guard ares_init_options(&made, &options, Int32(set)) == ARES_SUCCESS, let made else {
                throw .notBuiltIn
            }
            channel = made
            lastSocket = .allocate(capacity: 1)
            lastSocket.initialize(to: 0)
            let noteKind: ares_sock_create_callback = { _, kind, place in
                place?.assumingMemoryBound(to: Int32.self).pointee = kind
                return ARES_SUCCESS
            }
            ares_set_socket_callback(channel, noteKind, lastSocket)
            guard let server else { return }
            guard ares_set_servers_ports_csv(channel, server.description) == ARES_SUCCESS else {
                throw .badResolver(server.description)
            }
        }

        deinit {
            ares_destroy(channel)
            lastSocket.deallocate()
        }

        func ask(_ name: String, _ type: DNSRecordType, _ watch: ProbeWatch) -> QueryEvidence {
            let began = watch.now
            let reply = send(name, type, watch)
            var query = Self.evidence(name, type, reply)
            query.isOverTCP = lastSocket.pointee == desk_stream_kind
            query.milliseconds = watch.now - began
            return query
        }

        private struct Reply {
            var isDone = false
            var status: Int32 = 0
            var bytes: [UInt8] = []
            var stop: ProbeWatch.Stop?
        }

        private func send(_ name: String, _ type: DNSRecordType, _ watch: ProbeWatch) -> Reply {
            var reply = Reply()
            lastSocket.pointee = desk_datagram_kind
            withUnsafeMutablePointer(to: &reply) { place in
                let take: ares_callback = { place, status, _, bytes, count in
                    guard let reply = place?.assumingMemoryBound(to: Reply.self) else { return }
                    reply.pointee.isDone = true
                    reply.pointee.status = status
                    if let bytes { reply.pointee.bytes = Array(UnsafeBufferPointer(start: bytes, count: Int(count))) }
                }
                ares_query(channel, name, 1, Int32(type.number), take, place)
                while !place.pointee.isDone {
                    if let stop = watch.stop {
                        place.pointee.stop = stop
                        // The library calls back for what is left, while the place is still there.
                        ares_cancel(channel)
                        break
                    }
                    turn(watch)
                }
            }
            return reply
        }

        /// Waits for one of the library's sockets, and lets it work.
        private func turn(_ watch: ProbeWatch) {
            var sockets = [ares_socket_t](repeating: ARES_SOCKET_BAD, count: 16)
            let mask = UInt32(bitPattern: ares_getsock(channel, &sockets, 16))
            var polled = (0..<16).compactMap { place -> pollfd? in
                let reads = mask >> UInt32(place) & 1 == 1
                let writes = mask >> UInt32(place + 16) & 1 == 1
                let events = (reads ? Int16(POLLIN) : 0) | (writes ? Int16(POLLOUT) : 0)
                return events == 0 ? nil : pollfd(fd: sockets[place], events: events, revents: 0)
            }
            var most = timeval(tv_sec: 0, tv_usec: 100_000)
            var next = timeval()
            let wait = ares_timeout(channel, &most, &next)?.pointee ?? most
            poll(
                &polled, nfds_t(polled.count), min(watch.nextWait, Int32(wait.tv_sec * 1000 + wait.tv_usec / 1000 + 1)))
            let ready = polled.filter { $0.revents != 0 }
            if ready.isEmpty { ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD) }
            for one in ready {
                let reads = one.events & Int16(POLLIN) != 0
                let writes = one.events & Int16(POLLOUT) != 0
                ares_process_fd(channel, reads ? one.fd : ARES_SOCKET_BAD, writes ? one.fd : ARES_SOCKET_BAD)
            }
        }

        private static func evidence(_ name: String, _ type: DNSRecordType, _ reply: Reply) -> QueryEvidence {
            if let stop = reply.stop { return QueryEvidence(name, type, stop == .cancelled ? .cancelled : .timedOut) }
            guard !reply.bytes.isEmpty else { return QueryEvidence(name, type, outcome(ofStatus: reply.status)) }
            guard let message = DNSMessage(reply.bytes) else { return QueryEvidence(name, type, .malformed) }
            var query = QueryEvidence(name, type, outcome(of: message, type))
            query.records = message.answers
            query.negativeTTL = message.negativeTTL
            query.isAuthoritative = message.isAuthoritative
            return query
        }

        private static func outcome(of message: DNSMessage, _ type: DNSRecordType) -> QueryEvidence.Outcome {
            switch message.code {
            case 0: message.answers.contains { $0.type == type } ? .answered : .noData
            case 2: .serverFailure
            case 3: .notFound
            case 5: .refused
            default: .otherFailure
            }
        }

        private static func outcome(ofStatus status: Int32) -> QueryEvidence.Outcome {
            switch status {
            case ARES_ECONNREFUSED: .unreachable
            case ARES_ETIMEOUT: .timedOut
            case ARES_ECANCELLED: .cancelled
            default: .malformed
            }
        }
    }
#endif
