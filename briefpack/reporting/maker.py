"""The maker: who made a report, as it says itself."""

from briefpack import __version__

NAME = "briefpack"
VERSION = __version__
