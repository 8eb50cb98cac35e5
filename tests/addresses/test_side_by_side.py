"""Hosts are asked side by side, and none of them keeps the program from ending."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from timeline.addresses.side_by_side import side_by_side


def test_every_job_is_done_and_no_more_than_so_many_at_a_time() -> None:
    lock, now, most = threading.Lock(), 0, 0

    def work(job: int) -> int:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1
        return job * 2

    assert sorted(side_by_side(work, range(20), most=4)) == list(range(0, 40, 2))
    assert 1 < most <= 4
    assert list(side_by_side(work, [], most=4)) == []


def test_what_a_job_raises_is_raised_here() -> None:
    def work(job: int) -> float:
        return 1 / job

    with pytest.raises(ZeroDivisionError):
        list(side_by_side(work, [1, 0], most=2))


SLOW = """
import sys, time
from timeline.addresses.side_by_side import side_by_side

print("begun", flush=True)
try:
    list(side_by_side(time.sleep, [60] * 3, most=2))
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_ctrl_c_ends_at_once_what_waits_for_hosts() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"begun\n"
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=10)
    assert (running.returncode, said) == (130, b"")
