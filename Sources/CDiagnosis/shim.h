#include <ares.h>
#include <idn2.h>
#include <libpsl.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

// What OpenSSL offers as macros only, under names that Swift can call.

static inline long desk_ssl_set_host_name(SSL *ssl, const char *name) { return SSL_set_tlsext_host_name(ssl, name); }

static inline long desk_ssl_set_lowest_version(SSL *ssl, int version) { return SSL_set_min_proto_version(ssl, version); }

static inline long desk_ssl_set_highest_version(SSL *ssl, int version) { return SSL_set_max_proto_version(ssl, version); }

static inline int desk_x509_count(const STACK_OF(X509) *chain) { return chain ? sk_X509_num(chain) : 0; }

static inline X509 *desk_x509_at(const STACK_OF(X509) *chain, int place) { return sk_X509_value(chain, place); }

static inline int desk_name_count(const GENERAL_NAMES *names) { return names ? sk_GENERAL_NAME_num(names) : 0; }

static inline const GENERAL_NAME *desk_name_at(const GENERAL_NAMES *names, int place) {
    return sk_GENERAL_NAME_value(names, place);
}

static inline int desk_error_reason(unsigned long code) { return ERR_GET_REASON(code); }

static inline int desk_error_library(unsigned long code) { return ERR_GET_LIB(code); }

static inline long desk_ssl_set_most_certificate_bytes(SSL *ssl, long count) { return SSL_set_max_cert_list(ssl, count); }

// One line, in UTF-8: CN=a, O=b
static const unsigned long desk_name_flags = XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB & ~XN_FLAG_SPC_EQ;

// Servers that end without a farewell, or that know an older way to negotiate again, are spoken with.
static const uint64_t desk_ssl_tolerance = SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_LEGACY_SERVER_CONNECT;

// Swift sees these in some of its builds only.
static const int desk_stream_socket = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
static const int desk_stream_kind = SOCK_STREAM;
static const int desk_datagram_kind = SOCK_DGRAM;
static const int desk_send_quietly = MSG_NOSIGNAL;
