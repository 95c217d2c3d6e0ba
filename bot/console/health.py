"""`ispolkom health`: asks the running bot of this machine whether it is well, for containers and supervisors."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException

SECONDS_MOST = 3.0


class NotHealthyError(Exception):
    """The bot does not answer, or says that it is not well; the text says which."""


def ask_health(host: str, port: int) -> str:
    """What the bot at http://host:port/healthz says of itself. Raises `NotHealthyError` when that is anything but well.

    A `host` that stands for all addresses is asked on this machine. Settings with port 0 have no health check.
    """
    if port == 0:
        raise NotHealthyError("the health check is switched off; set health.port to a port")
    address = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104  # asked, not bound
    connection = HTTPConnection(address, port, timeout=SECONDS_MOST)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        body = response.read(1000).decode("utf-8", "replace").strip()
    except (OSError, HTTPException) as error:
        raise NotHealthyError(
            f"nothing answers at http://{host}:{port}/healthz ({error}); is the bot running?"
        ) from None
    finally:
        connection.close()
    if response.status != 200:
        raise NotHealthyError(f"the bot is not well ({response.status}): {body}")
    return body
