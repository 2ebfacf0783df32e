"""Messages that keep their template and values, so that they can be translated where they are shown."""

from __future__ import annotations

from collections.abc import Iterable


class Message:
    """Template and its values: ``str(message)`` is the English text, ``template.format(*args)``.

    A message is not a ``str``: concatenation or an f-string would lose the template, and with it the translation. To
    put a message into another one, pass it as a value.

    template  English, with the placeholders of ``str.format``
    args      values of the placeholders; a value may be a Message, or an error with one
    """

    __slots__ = ("template", "args")

    def __init__(self, template: str, *args: object):
        self.template, self.args = template, args
        str(self)  # a placeholder without its value fails where the message is made

    def __str__(self) -> str:
        return self.template.format(*(str(arg) if isinstance(arg, Message) else arg for arg in self.args))

    def __repr__(self) -> str:
        return f"Message({', '.join(map(repr, (self.template, *self.args)))})"

    def __format__(self, spec: str) -> str:
        raise TypeError("A Message is no part of a text: pass it as an argument of a Message.")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.template, self.args) == (other.template, other.args)

    def __hash__(self) -> int:
        return hash(str(self))


def as_message(what: object) -> Message:
    """Return the message of an error, or the text of another program as a message."""
    if isinstance(what, Message):
        return what
    args = what.args if isinstance(what, BaseException) else ()
    return args[0] if args and isinstance(args[0], Message) else Message("{}", str(what))


def joined(messages: Iterable[Message]) -> Message:
    """Return one message made of several, separated by semicolons, or by spaces after a full sentence."""
    listed = list(messages)
    ends = [" " if str(message).endswith(".") else "; " for message in listed]
    return Message("".join("{}" + end for end in ends[:-1]) + "{}" * bool(listed), *listed)
