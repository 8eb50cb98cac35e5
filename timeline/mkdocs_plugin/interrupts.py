"""Ends a preview when it is told to: by Ctrl-C, or by the signal that `kill` and service managers send.

What enters: MkDocs' server. What leaves: the same server, which ends soon after either signal and tidies up behind it.
Left to itself it would die of SIGTERM with its temporary folder left behind, and go on after a Ctrl-C that met a rebuild
at a moment when Python cannot pass an exception on (in a finaliser or a callback of a weak reference).
"""

from __future__ import annotations

import signal

from mkdocs.livereload import LiveReloadServer


def end_on_signals(server: LiveReloadServer) -> None:
    """Make both signals end the preview. To be called in the main thread, where Python handles signals."""
    rebuild = server.builder
    told = False

    def end(*_: object) -> None:
        nonlocal told
        told = True
        raise KeyboardInterrupt

    def rebuild_then_look() -> None:
        rebuild()
        if told:
            raise KeyboardInterrupt

    server.builder = rebuild_then_look
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), end)
