"""Settings of all tests."""

from hypothesis import settings

# A busy machine is no bug: no test fails for being slow.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
