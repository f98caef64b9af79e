"""`python -m briefpack`: the command line."""

from briefpack.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
