"""Work in the background: how it ends is told once, in the main thread, and truly."""

import sys
import threading

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QThread

from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.core.feedback import report_progress
from syria_control_plugin.gui.tasks import FunctionTask, LatestTask, time_left_text
from tests.qgis.gui.panel_desk import wait_until


@pytest.fixture
def done(qgis_app):
    """Runs a job through the task manager and returns its task, once it has ended."""

    def run(job, begin=lambda task: None, **options):
        ended = []
        task = FunctionTask("a job", job, lambda task: ended.append((task, QThread.currentThread())), **options)
        QgsApplication.taskManager().addTask(task)
        begin(task)
        wait_until(lambda: ended)
        ((found, thread),) = ended
        assert found is task and thread is QgsApplication.instance().thread()
        return task

    return run


def test_result(done):
    where = []

    def job(task):
        where.append(QThread.currentThread())
        return 42

    task = done(job)
    assert (task.result, task.problem, task.was_cancelled) == (42, "", False)
    assert where[0] is not QgsApplication.instance().thread()


@pytest.mark.parametrize("error", [SourceError("a.geojson: bad"), OSError("disk full")], ids=str)
def test_an_error_is_told_in_its_own_words(done, error):
    def job(task):
        raise error

    task = done(job)
    assert (task.result, task.problem, task.was_cancelled) == (None, str(error), False)


def test_an_error_that_nobody_foresaw_is_neither_a_cancel_nor_a_success(done, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error[0]))
    monkeypatch.setattr(threading, "excepthook", lambda error: caught.append(error.exc_type))

    def job(task):
        raise ZeroDivisionError

    task = done(job)
    assert task.result is None and task.problem and not task.was_cancelled
    assert caught == [ZeroDivisionError]


def test_cancelled_half_way(done):
    started, go_on = threading.Event(), threading.Event()

    def job(task):
        started.set()
        go_on.wait(20)
        report_progress(task, 50)
        return "too late"

    def cancel(task):
        started.wait(20)
        task.cancel()
        go_on.set()

    task = done(job, cancel)
    assert (task.result, task.problem, task.was_cancelled) == (None, "", True)


def test_cancelled_too_late_it_is_done(done):
    started, go_on = threading.Event(), threading.Event()

    def job(task):
        started.set()
        go_on.wait(20)
        return "done"

    def cancel(task):
        started.wait(20)
        task.cancel()
        go_on.set()

    task = done(job, cancel)
    assert (task.result, task.problem, task.was_cancelled) == ("done", "", False)


def test_an_error_after_a_cancel_is_a_cancel(done):
    started, go_on = threading.Event(), threading.Event()

    def job(task):
        started.set()
        go_on.wait(20)
        raise OSError("cut off")

    def cancel(task):
        started.wait(20)
        task.cancel()
        go_on.set()

    task = done(job, cancel)
    assert (task.problem, task.was_cancelled) == ("", True)


def test_cancelled_before_it_begins(qgis_app):
    begun, ended = [], []
    task = FunctionTask("held", lambda task: begun.append(1), ended.append)
    task.hold()
    QgsApplication.taskManager().addTask(task)
    task.cancel()
    wait_until(lambda: ended)
    assert begun == [] and (task.problem, task.was_cancelled) == ("", True)


def test_a_hidden_task_is_not_in_the_status_bar(qgis_app):
    for is_hidden in (False, True):
        task = FunctionTask("a", lambda task: None, lambda task: None, is_hidden=is_hidden)
        assert bool(task.flags() & FunctionTask.Flag.Hidden) == is_hidden
        assert task.canCancel()


@pytest.mark.parametrize(
    ("percent", "seconds", "words"),
    [
        (2, 60, ""),
        (50, 0.5, ""),
        (50, 10, "about 10 s left"),
        (10, 10, "about 2 min left"),
        (99.9, 10, "about 1 s left"),
        (25, 100, "about 5 min left"),
    ],
)
def test_time_left(percent, seconds, words):
    assert time_left_text(percent, seconds) == words


@pytest.fixture
def latest(qgis_app):
    """Work of which the last counts, and what is told of it."""
    owner, told = QObject(), []
    made = LatestTask(owner)
    made.ended.connect(lambda work: told.append(work.result or work.problem))
    made.cancelled.connect(lambda: told.append("cancelled"))
    yield made, told
    owner.deleteLater()


def test_of_work_asked_for_again_the_last_counts(latest):
    made, told = latest
    begun, go_on = threading.Event(), threading.Event()
    made.start("again", lambda task: begun.set() or (go_on.wait(20) and "first"))
    wait_until(begun.is_set)
    made.start("again", lambda task: "second")
    wait_until(lambda: told)
    assert made.is_busy
    go_on.set()
    wait_until(lambda: not made.is_busy)
    assert told == ["second"]


def test_of_work_that_is_not_wanted_any_more_nothing_is_told(latest):
    made, told = latest
    made.start("again", lambda task: "done")
    made.drop()
    assert not made.is_awaited
    wait_until(lambda: not made.is_busy)
    assert told == []


def test_that_the_user_cancelled_is_told(latest):
    made, told = latest
    go_on = threading.Event()

    def wait(task):
        go_on.wait(20)
        report_progress(task, 50)

    made.start("again", wait)
    made.cancel()
    go_on.set()
    wait_until(lambda: told)
    assert told == ["cancelled"] and not made.is_awaited and not made.is_busy


def test_how_far_the_last_is_is_told(latest):
    made, told = latest
    made.progressed.connect(told.append)
    made.start("again", lambda task: report_progress(task, 50) or "done")
    wait_until(lambda: "done" in told)
    assert 50 in told


def test_a_problem_of_the_last_is_told(latest):
    made, told = latest

    def fail(task):
        raise SourceError("a.geojson: bad")

    made.start("again", fail)
    wait_until(lambda: told)
    assert told == ["a.geojson: bad"]
