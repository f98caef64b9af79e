"""`briefpack` and `python -m briefpack`: the command line in a process of its own."""

import gc

from briefpack.cli import main


def run() -> int:
    """Run the command line; the exit code.

    Python's garbage collector would look through all the boxes of a brief again and again, and
    once more at the end, and free next to nothing: what is here goes when the process does.
    """
    gc.disable()
    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    raise SystemExit(run())
