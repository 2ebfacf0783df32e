"""Texts that keep how they were put together."""

import copy
import pickle

from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.core.messages import Message


def test_to_all_others_it_is_the_text():
    text = Message("row {} of {!r:.5}", 3, "abcdefgh")
    assert text == "row 3 of 'abcd"
    assert f"{text}." == "row 3 of 'abcd." and {text: 1}["row 3 of 'abcd"] == 1


def test_it_keeps_template_and_values():
    text = Message("row {} of {}", 3, "a{b}")
    assert (text.template, text.values) == ("row {} of {}", (3, "a{b}"))
    assert text == "row 3 of a{b}"


def test_an_error_says_it():
    error = CaseError(Message("There is no case at {!r}.", "x"))
    assert str(error) == "There is no case at 'x'."
    assert error.args[0].values == ("x",)


def test_a_copy_says_the_same():
    text = Message("row {}", "{x}")
    assert copy.copy(text) == pickle.loads(pickle.dumps(text)) == "row {x}"
    assert copy.deepcopy(text).values == ("{x}",)
