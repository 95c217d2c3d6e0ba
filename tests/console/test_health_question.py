"""`ispolkom health` against a real socket."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.console.health import NotHealthyError, ask_health


@contextmanager
def served(status: int, body: bytes) -> Iterator[int]:
    """A server that answers every GET of /healthz so; yields its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104  # asked, not bound
def test_a_bot_that_is_well_says_so(host: str) -> None:
    with served(200, b"all shards are connected\n") as port:
        assert ask_health(host, port) == "all shards are connected"


def test_a_bot_that_is_not_well_says_why() -> None:
    with served(503, b"0 of 1 shards are connected") as port, pytest.raises(NotHealthyError, match="0 of 1 shards"):
        ask_health("127.0.0.1", port)


def test_no_bot_at_all_is_not_well(unused_tcp_port: int) -> None:
    with pytest.raises(NotHealthyError, match="is the bot running"):
        ask_health("127.0.0.1", unused_tcp_port)


def test_a_health_check_that_is_switched_off_is_said_to_be() -> None:
    with pytest.raises(NotHealthyError, match=r"health\.port"):
        ask_health("127.0.0.1", 0)
