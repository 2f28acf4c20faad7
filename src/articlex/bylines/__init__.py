"""Bylines as text: from "By Ann Example and Bo Sample, 3 May 2021" to clean names, in any language."""
