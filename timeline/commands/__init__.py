"""The commands, one module each; every module holds a `command`. Loaded by `timeline.cli` when they run."""
