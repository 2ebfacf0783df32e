"""Messages keep their template and values, and remain translatable after joining and formatting."""

import copy
import pickle

import pytest

from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.core.messages import Message, as_message, joined


def test_str_renders_english():
    assert str(Message("row {} of {!r:.5}", 3, "abcdefgh")) == "row 3 of 'abcd"
    assert str(Message("{}: {}", "a.csv", Message("row {}", 3))) == "a.csv: row 3"


def test_template_and_values_are_kept():
    message = Message("row {} of {}", 3, "a{b}")
    assert (message.template, message.args) == ("row {} of {}", (3, "a{b}"))
    assert str(message) == "row 3 of a{b}"


def test_a_message_cannot_be_joined_as_text():
    message = Message("row {}", 3)
    with pytest.raises(TypeError):
        message + "."
    with pytest.raises(TypeError, match="argument of a Message"):
        f"{message}."
    with pytest.raises(TypeError):
        ", ".join([message])


def test_str_of_an_error_is_its_message():
    error = CaseError(Message("The case {!r} does not exist.", "x"))
    assert str(error) == "The case 'x' does not exist."
    assert as_message(error) is error.args[0]


def test_text_of_other_programs_becomes_a_message():
    assert as_message(ValueError("bad {value}")) == Message("{}", "bad {value}")
    assert str(as_message("100 %{}")) == "100 %{}"


def test_joined_sentences_have_no_semicolon():
    assert str(joined([Message("Correct row {}.", 1), Message("row {}", 2), Message("row {}", 3)])) == (
        "Correct row 1. row 2; row 3"
    )


def test_joined_messages_keep_each_template():
    both = joined([Message("row {}", 1), Message("row {}", 2)])
    assert str(both) == "row 1; row 2"
    assert [each.template for each in both.args] == ["row {}", "row {}"]


def test_copies_are_equal():
    message = Message("row {}", "{x}")
    assert copy.copy(message) == copy.deepcopy(message) == pickle.loads(pickle.dumps(message)) == message
