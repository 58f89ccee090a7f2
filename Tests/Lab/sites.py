"""The sites of the laboratory that nginx can serve."""
TLS, WEAK, OLD, CLIENT, DEFAULT, FILES = 8443, 8444, 8445, 8446, 8081, 8082
NAMES = [
    "good", "expired", "future", "soon", "wrongname", "nosan", "selfsigned", "untrusted", "incomplete", "oldinter", "many",
]
TOKEN = "0123456789abcdef"


def command(place, folder):
    pages(folder / "www")
    (folder / "nginx.conf").write_text(configuration(place, folder))
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.err")]


def pages(folder):
    known = folder / ".well-known" / "desk"
    known.mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>fine</title><p>" + "All is well. " * 20)
    (folder / "mixed.html").write_text(
        '<a href="http://a.test/">link</a><link rel="canonical" href="http://a.test/c"><img src="http://a.test/i.png?token=s">')
    (folder / "empty.html").write_text("")
    for name, size in (("huge.bin", 10 << 30), ("large.bin", 2 << 20)):
        with open(folder / name, "wb") as file:
            file.truncate(size)
    (known / TOKEN).write_text(f"desk-proof={TOKEN}")
    (known / "big").write_text("desk-proof=abc" + " " * 2000)


def configuration(place, folder):
    scratch = "\n".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"""
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
events {{ }}
http {{
    access_log off; {scratch} default_type text/html; server_tokens off; root {folder}/www;
    {secure(place, folder)}
    {plain(place, folder)}
    {proofs(place)}
}}
"""


def secure(place, folder):
    def server(port, name, certificate, more=""):
        return f"""
    server {{
        listen {place.site}:{port} ssl; server_name {name};
        ssl_certificate {folder}/certificates/{certificate}.chain; ssl_certificate_key {folder}/certificates/{certificate}.key;
        {more}
    }}"""

    old = 'ssl_protocols TLSv1 TLSv1.1; ssl_ciphers "ALL:@SECLEVEL=0";'
    client = f"ssl_verify_client on; ssl_client_certificate {folder}/certificates/lab-root.pem;"
    unknown = 'location / { return 404 "unknown host"; }'
    servers = [server(f"{TLS} default_server", "_", "good", unknown).replace("default_server ssl", "ssl default_server")]
    servers += [server(TLS, f"{name}.test", name) for name in NAMES]
    servers += [
        server(TLS, "caa.test a.wild.test", "good"), server(WEAK, "weak.test", "weak", 'ssl_ciphers "ALL:@SECLEVEL=0";'),
        server(OLD, "good.test", "good", old), server(CLIENT, "good.test", "good", client),
    ]
    return "".join(servers)


def plain(place, folder):
    elsewhere = f"http://{place.forbidden}:8099/counted"
    return f"""
    server {{
        listen {place.site}:{place.http};
        server_name www.ok.test bare.test other.test both.test cut.test a.wild.test xn--fiq228c.test two.test mixed.test
            caa.test {place.site};
        location = /r1 {{ return 301 https://good.test:{TLS}/; }}
        location = /loop {{ return 302 /loop; }}
        location = /c1 {{ return 302 /c2; }} location = /c2 {{ return 302 /c3; }} location = /c3 {{ return 302 /c4; }}
        location = /c4 {{ return 302 /c5; }} location = /c5 {{ return 302 /c6; }} location = /c6 {{ return 302 /index.html; }}
        location = /toprivate {{ return 302 {elsewhere}; }}
        location = /tofile {{ return 302 file:///etc/hostname; }}
        location = /tosecret {{ return 302 /index.html?token=hidden-in-every-text; }}
        location = /nowhere {{ return 301 ""; }}
        location = /ref {{
            valid_referers server_names; if ($invalid_referer) {{ return 403; }} return 200 "in";
        }}
        location = /refsaid {{ add_header X-Tengine-Error "denied by Referer ACL" always; return 403; }}
        location = /auth {{ add_header X-Tengine-Error "denied by req auth: no url arg auth_key" always; return 403; }}
        location = /403 {{ return 403; }} location = /404 {{ return 404; }} location = /429 {{ return 429; }}
        location = /500 {{ return 500; }} location = /503 {{ return 503; }} location = /418 {{ return 418; }}
        location = /502 {{ proxy_pass http://{place.dead}:9; }}
        location = /504 {{ proxy_pass http://{place.site}:9001; proxy_read_timeout 1s; }}
        location = /huge {{ alias {folder}/www/huge.bin; }}
        location = /norange {{ max_ranges 0; alias {folder}/www/large.bin; }}
        location = /nostore {{ add_header Cache-Control no-store; add_header Set-Cookie "sid=hidden-too; Path=/"; return 200 "x"; }}
        location = /cors {{ add_header Access-Control-Allow-Origin https://a.test; return 200 "x"; }}
        location = /font {{ default_type font/woff2; return 200 "x"; }}
        location = /nohead {{ if ($request_method = HEAD) {{ return 405; }} return 200 "x"; }}
        location = /bighead {{ add_header X-Big "{'y' * 3000}"; return 200 "x"; }}
    }}
    {f"server {{ listen [::1]:{place.v6}; server_name v6.test; }}" if place.v6 else ""}
    {f'server {{ listen [::1]:{place.v6} default_server; server_name _; return 404 "unknown host"; }}' if place.v6 else ""}
    server {{ listen {place.site}:{place.http} default_server; server_name _; return 404 "unknown host"; }}
    server {{ listen {place.site}:{DEFAULT} default_server; server_name _; return 200 "Welcome to this server"; }}"""


def proofs(place):
    return f"""
    server {{ listen {place.site}:{FILES}; server_name file.proof.test; }}
    server {{ listen {place.site}:{FILES} default_server; server_name nofile.proof.test; return 404; }}
    server {{ listen {place.site}:{FILES}; server_name away.proof.test; return 302 http://file.proof.test:{FILES}$request_uri; }}
    server {{ listen {place.site}:{FILES}; server_name echo.proof.test; return 200 "desk-proof={TOKEN}"; }}
    server {{ listen {place.site}:{FILES}; server_name big.proof.test; rewrite ^ /.well-known/desk/big break; }}"""
