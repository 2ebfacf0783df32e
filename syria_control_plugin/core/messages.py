"""English text that keeps how it was put together, so that it can be said in another language."""

from __future__ import annotations


class Message(str):
    """A template with values put into it as by ``str.format``: a plain text to all who do not ask for more.

    template, values  what it was made of; a value may be such a text, or an error, itself
    """

    template: str
    values: tuple

    def __new__(cls, template: str, *values):
        made = super().__new__(cls, template.format(*values))
        made.template, made.values = template, values
        return made

    def __reduce__(self):
        return type(self), (self.template, *self.values)
