"""Endpoints by which a bot answers interactions: the callback, the original response, follow-ups."""

from __future__ import annotations

import time
from typing import Any

from ..limits import EPHEMERAL, LOADING, autocomplete_findings, message_findings, modal_findings
from ..rules.findings import Finding, under
from ..state.interactions import (
    ALLOWED_RESPONSES,
    CHOICES,
    COMMAND,
    DEFER,
    DEFER_UPDATE,
    MESSAGE,
    MODAL,
    UPDATE,
    Interaction,
)
from ..state.messages import CHAT_INPUT, CONTEXT_MENU, Message
from ..state.world import World
from .messages import check_edit
from .server import ApiError, Request, Router, check

Json = dict[str, Any]


class InteractionsApi:
    """Answers for `/interactions` and `/webhooks`. `deadline`: seconds in which the first response must come."""

    def __init__(self, world: World, *, deadline: float) -> None:
        self.world = world
        self.deadline = deadline
        self.interactions: dict[int, Interaction] = {}
        self._by_its_token: dict[str, Interaction] = {}

    def add(self, interaction: Interaction) -> None:
        """Expect answers to `interaction`."""
        self.interactions[interaction.id] = self._by_its_token[interaction.token] = interaction

    def register(self, router: Router) -> None:
        """Add the endpoints."""
        router.add("POST", "/interactions/{interaction}/{token}/callback", self._callback)
        hook = "/webhooks/{application}/{token}"
        router.add("POST", hook, self._follow_up)
        router.add("GET", hook + "/messages/{message}", self._get)
        router.add("PATCH", hook + "/messages/{message}", self._edit)
        router.add("DELETE", hook + "/messages/{message}", self._delete)

    # The first response

    async def _callback(self, request: Request) -> Json | None:
        interaction = self.interactions.get(int(request.args["interaction"]))
        if interaction is None or interaction.token != request.args["token"]:
            raise ApiError(404, 10062, "Unknown interaction")
        try:
            self._check_callback(interaction, request)
        except ApiError as error:
            interaction.refusals.append((error.code, str(error)))
            raise
        interaction.callback, interaction.answered_at = request.body, request.at
        self._act(interaction, request)
        if request.query.get("with_response", "").lower() in ("1", "true"):
            return self._callback_body(interaction)
        return None

    def _check_callback(self, interaction: Interaction, request: Request) -> None:
        if interaction.callback is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if self.world.clock() - interaction.sent > self.deadline:
            raise ApiError(404, 10062, "Unknown interaction")
        body = request.body or {}
        kind, data = body.get("type"), body.get("data") or {}
        if kind not in ALLOWED_RESPONSES[interaction.type] or (kind == UPDATE and not interaction.source):
            message = f"Value must be one of {sorted(ALLOWED_RESPONSES[interaction.type])}. It is {kind!r}."
            check([Finding(("type",), "BASE_TYPE_CHOICES", message)])
        elif kind == MESSAGE:
            check(under(message_findings(data, files=[name for name, _ in request.files]), "data"))
        elif kind == CHOICES:
            check(under(autocomplete_findings(data, interaction.option_type), "data"))
        elif kind == MODAL:
            check(under(modal_findings(data), "data"))
        elif kind == UPDATE and interaction.source:
            check_edit(interaction.source, _data_of(request))

    def _act(self, interaction: Interaction, request: Request) -> None:
        kind, data = request.body["type"], request.body.get("data") or {}
        if kind == MESSAGE:
            interaction.original = self._post(interaction, data, request)
        elif kind == DEFER:
            interaction.original = self._post(
                interaction, {"flags": (data.get("flags") or 0) & EPHEMERAL | LOADING}, None
            )
            interaction.deferral_open = True
        elif kind in (UPDATE, DEFER_UPDATE):
            interaction.original = interaction.source
            if kind == UPDATE and interaction.source:
                self.world.edit(interaction.source, data, request.files)
        if kind not in (DEFER, DEFER_UPDATE):
            interaction.completed_at = time.monotonic()

    def _callback_body(self, interaction: Interaction) -> Json:
        kind = interaction.callback["type"] if interaction.callback else None
        body: Json = {"id": str(interaction.id), "type": interaction.type, "channel_id": str(interaction.channel.id)}
        message = interaction.original
        if message is None:
            return {"interaction": body}
        body |= {"response_message_id": str(message.id), "response_message_loading": message.loading}
        body |= {"response_message_ephemeral": message.ephemeral}
        resource: Json = {"type": kind} | ({"message": message.payload} if kind in (MESSAGE, DEFER, UPDATE) else {})
        return {"interaction": body, "resource": resource}

    def _post(
        self, interaction: Interaction, data: Json, request: Request | None, *, reply_to: Message | None = None
    ) -> Message:
        number = str(self.world.application_id)
        extra = {"webhook_id": number, "application_id": number, "interaction_metadata": interaction.metadata()}
        kind, source = None, interaction.source
        if reply_to is None and interaction.type == COMMAND:
            kind = CHAT_INPUT if interaction.payload["data"]["type"] == 1 else CONTEXT_MENU
            name = interaction.payload["data"]["name"]
            extra["interaction"] = {
                "id": str(interaction.id),
                "type": 2,
                "name": name,
                "user": interaction.user.payload(),
            }
        # The answer to a button is a reply to its message, but pings nobody.
        allowed = data.get("allowed_mentions") or {"parse": ["users", "roles", "everyone"]}
        quiet = {"allowed_mentions": {**allowed, "replied_user": False}}
        return self.world.post(
            interaction.channel,
            self.world.bot,
            {**data, **quiet},
            files=request.files if request else (),
            extra=extra,
            reply_to=reply_to or source,
            kind=kind,
        )

    # What comes after it

    def _by_token(self, request: Request) -> Interaction:
        interaction = self._by_its_token.get(request.args["token"])
        if interaction is None or request.args["application"] != str(self.world.application_id):
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if interaction.is_over():
            interaction.refusals.append((50027, "Invalid Webhook Token"))
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if interaction.callback is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        return interaction

    async def _follow_up(self, request: Request) -> Json:
        interaction = self._by_token(request)
        body = request.body or {}
        try:
            check(message_findings(body, files=[name for name, _ in request.files]))
            if "0" not in interaction.payload["authorizing_integration_owners"] and len(interaction.followups) >= 5:
                raise ApiError(400, 40094, "This interaction has reached the maximum number of follow-up messages.")
        except ApiError as error:
            interaction.refusals.append((error.code, str(error)))
            raise
        if interaction.deferral_open and interaction.original:
            # The first follow-up takes the place of "thinking", with the visibility that the deferral had.
            return self._fill(interaction, interaction.original, {**body, "flags": _visible(body)}, request)
        message = self._post(interaction, body, request, reply_to=interaction.original)
        interaction.followups.append(message)
        interaction.completed_at = interaction.completed_at or time.monotonic()
        return message.payload

    def _fill(self, interaction: Interaction, message: Message, body: Json, request: Request) -> Json:
        self.world.edit(message, body, request.files)
        if message is interaction.original:
            interaction.deferral_open = False
            interaction.completed_at = interaction.completed_at or time.monotonic()
        return message.payload

    def _message(self, request: Request) -> tuple[Interaction, Message]:
        interaction = self._by_token(request)
        name = request.args["message"]
        candidates = [interaction.original, *interaction.followups]
        for message in candidates:
            if message and not message.deleted and name in (str(message.id), "@original"):
                return interaction, message
            if name == "@original":
                break
        raise ApiError(404, 10008, "Unknown Message")

    async def _get(self, request: Request) -> Json:
        return self._message(request)[1].payload

    async def _edit(self, request: Request) -> Json:
        interaction, message = self._message(request)
        try:
            check_edit(message, request)
        except ApiError as error:
            interaction.refusals.append((error.code, str(error)))
            raise
        return self._fill(
            interaction, message, {**(request.body or {}), "flags": _visible(request.body or {})}, request
        )

    async def _delete(self, request: Request) -> None:
        interaction, message = self._message(request)
        self.world.delete(message)
        if message is interaction.original:
            interaction.deferral_open = False


def _visible(body: Json) -> int:
    return (body.get("flags") or 0) & ~EPHEMERAL


def _data_of(request: Request) -> Request:
    """The request of a callback, seen as an edit with the callback's `data` for a body."""
    body = request.body.get("data") or {}
    return Request(request.method, request.path, request.query, request.headers, body, request.files)
