"""What holds for all tests."""

from hypothesis import settings

# The suite says the same on every run and every machine; searching for new examples is fuzzing's task.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")
