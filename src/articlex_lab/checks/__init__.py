"""What articlex is held to: floors under its scores, golden pages, cases of stages, hostile input, output.

``fuzzing`` makes what is hostile; ``output`` asks whether others read in what was written what was kept.
The tests go by the pages, the cases and the patterns that stand here.
"""
