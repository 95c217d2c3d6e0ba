"""What people do in the fake: they write, use commands, press buttons, choose and fill in forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..api.application import ApplicationApi
from ..api.interactions import InteractionsApi
from ..gateway import Gateway
from ..limits import message_findings
from ..state.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interaction, Response, build
from ..state.messages import Message
from ..state.objects import Channel, User
from ..state.world import World
from .commands import command_data, find_command, is_offered
from .components import modal_components, part_of, select_data

Json = dict[str, Any]


class People:
    """The half of `FakeDiscord` that acts. It sends only what Discord's client would let people send."""

    def __init__(
        self, world: World, gateway: Gateway, application: ApplicationApi, interactions: InteractionsApi
    ) -> None:
        self.world = world
        self.gateway = gateway
        self._application = application
        self._interactions = interactions

    async def say(
        self,
        channel: Channel,
        user: User,
        content: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Sequence[tuple[str, bytes]] = (),
    ) -> Message:
        """A message of `user`, which the bot gets as its intents allow; `ping` of the one replied to."""
        body = {"content": content, "allowed_mentions": {"parse": ["users", "roles"], "replied_user": ping}}
        assert not list(message_findings(body, files=[name for name, _ in files])), "Discord would refuse this message"
        return self.world.post(channel, user, body, files=files, reply_to=reply_to)

    def edit(self, message: Message, content: str) -> Message:
        """A person edits their message."""
        return self.world.edit(message, {"content": content, "allowed_mentions": {"parse": ["users", "roles"]}})

    def delete(self, message: Message) -> None:
        """Someone deletes a message."""
        self.world.delete(message)

    async def slash(
        self, channel: Channel, user: User, command: str, *, user_installed: bool = False, **options: Any
    ) -> Interaction:
        """A slash command: `slash(channel, ann, "facts show", id="x")`; words after the first are subcommands.

        Options are checked as Discord's client does. LookupError: not synced, or not offered in this place.
        """
        found = find_command(self._offered(channel, user, 1, user_installed), command)
        data = command_data(found, command, options)
        return self._send(build(self.world, COMMAND, data, channel, user, user_installed=user_installed))

    async def autocomplete(
        self,
        channel: Channel,
        user: User,
        command: str,
        *,
        option: str,
        typed: str,
        timeout: float = 5,  # noqa: ASYNC109
        user_installed: bool = False,
        **options: Any,
    ) -> list[Json]:
        """The choices (`name`, `value`) for what `user` has `typed` in `option`; other options are already there."""
        found = find_command(self._offered(channel, user, 1, user_installed), command)
        data = command_data(found, command, {**options, option: typed}, focused=option)
        kind = next(one["type"] for one in _values(data["options"]) if one.get("focused"))
        interaction = build(
            self.world, AUTOCOMPLETE, data, channel, user, user_installed=user_installed, option_type=kind
        )
        return (await self._send(interaction).response(timeout)).choices

    async def message_command(
        self, channel: Channel, user: User, command: str, target: Message, *, user_installed: bool = False
    ) -> Interaction:
        """A right click on a message. The bot gets its content, with any intents."""
        found = find_command(self._offered(channel, user, 3, user_installed), command, exact=True)
        data = {"id": found["id"], "name": found["name"], "type": 3, "target_id": str(target.id)}
        data["resolved"] = {"messages": {str(target.id): dict(target.payload)}}
        return self._send(build(self.world, COMMAND, data, channel, user, user_installed=user_installed))

    async def user_command(
        self, channel: Channel, user: User, command: str, target: User, *, user_installed: bool = False
    ) -> Interaction:
        """A right click on a person."""
        found = find_command(self._offered(channel, user, 2, user_installed), command, exact=True)
        data = {"id": found["id"], "name": found["name"], "type": 2, "target_id": str(target.id)}
        resolved: Json = {"users": {str(target.id): target.payload()}}
        if channel.guild:
            resolved["members"] = {str(target.id): channel.guild.member(target, with_user=False, with_permissions=True)}
        data["resolved"] = resolved
        return self._send(build(self.world, COMMAND, data, channel, user, user_installed=user_installed))

    async def click(self, message: Message, button: str, user: User) -> Interaction:
        """Press the button with this custom id, label or emoji."""
        part = part_of(message, button, kinds={2})
        assert part.get("custom_id"), f"{button!r} is a link: {part.get('url')}"
        data = {"component_type": 2, "custom_id": part["custom_id"], "id": part["id"]}
        return self._use(message, data, user)

    async def choose(
        self, message: Message, select: str, user: User, *values: str | User | Channel | int
    ) -> Interaction:
        """Choose in the menu with this custom id or placeholder: values or labels, or people, places, role ids."""
        part = part_of(message, select, kinds={3, 5, 6, 7, 8})
        return self._use(message, select_data(part, values, message.channel), user)

    async def submit(
        self, form: Response | Interaction, fields: Mapping[str, Any] | None = None, *, user: User | None = None
    ) -> Interaction:
        """Fill in and send the modal that an interaction brought: values by label or custom id, the rest as it is."""
        interaction = form.interaction if isinstance(form, Response) else form
        assert interaction.callback is not None
        assert interaction.callback["type"] == 9, "the answer is no modal"
        modal = interaction.callback["data"]
        data: Json = {"custom_id": modal["custom_id"], "components": modal_components(modal, fields or {})}
        data["resolved"] = {}
        source = interaction.source
        return self._send(
            build(self.world, MODAL_SUBMIT, data, interaction.channel, user or interaction.user, source=source)
        )

    def press_stale(self, channel: Channel, user: User, custom_id: str, *, message: Message) -> Interaction:
        """Press a button that `message` need not have, as on one of an older version of the bot."""
        data = {"component_type": 2, "custom_id": custom_id, "id": 1}
        return self._send(build(self.world, COMPONENT, data, channel, user, source=message))

    def _use(self, message: Message, data: Json, user: User) -> Interaction:
        return self._send(build(self.world, COMPONENT, data, message.channel, user, source=message))

    def _offered(self, channel: Channel, user: User, kind: int, user_installed: bool) -> list[Json]:
        place = channel.guild.id if channel.guild and channel.guild.bot_is_member else None
        known = [*self._application.commands.get(place, []), *(self._application.commands[None] if place else [])]
        return [one for one in known if one["type"] == kind and is_offered(one, channel, user, user_installed)]

    def _send(self, interaction: Interaction) -> Interaction:
        self._interactions.add(interaction)
        self.gateway.publish("INTERACTION_CREATE", lambda _: interaction.payload, interaction.channel.guild, 0)
        return interaction


def _values(options: Sequence[Json]) -> list[Json]:
    """The options with values, below subcommands."""
    return [value for one in options for value in (_values(one["options"]) if one["type"] in (1, 2) else [one])]
