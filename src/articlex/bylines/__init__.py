"""Bylines as text: what "By Ann Example and Bo Sample, 3 May 2021" says, as clean names, in any language."""
