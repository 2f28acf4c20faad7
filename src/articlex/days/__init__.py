"""The days that a page prints and states, and which of them is most likely the day of publication."""
