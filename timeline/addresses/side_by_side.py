"""Works on several things at a time, in threads that never keep the program from ending.

The threads of `concurrent.futures` are waited for when the program ends, so that after Ctrl-C it would go on asking hosts, with
its pauses, for as long as they take. Here they are daemons: what waits for a host is left where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, Queue, SimpleQueue
from threading import Thread
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_LOOK_UP = 0.5
"""Seconds; on Windows, Ctrl-C is heard only between two waits."""


def side_by_side(work: Callable[[Job], Result], jobs: Sequence[Job], *, most: int) -> Iterator[Result]:
    """Give the result of every job, in the order in which they are done.

    Args:
        work: What is done with each.
        jobs: All of them.
        most: How many are worked on at a time.

    Raises:
        Exception: What a job has raised; the others are then left.
    """
    waiting: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        waiting.put(job)
    done: Queue[Result | _Fault] = Queue()

    def serve() -> None:
        while True:
            try:
                job = waiting.get_nowait()
            except Empty:
                return
            try:
                done.put(work(job))
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                done.put(_Fault(error))

    for _ in range(min(most, len(jobs))):
        Thread(target=serve, daemon=True).start()
    for _ in jobs:
        yield _next(done)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What a job has raised."""

    error: Exception


def _next(done: Queue[Result | _Fault]) -> Result:
    while True:
        try:
            result = done.get(timeout=_LOOK_UP)
        except Empty:
            continue
        if isinstance(result, _Fault):
            raise result.error
        return result
