"""The judge: the same calls on Perl's Sys::Virt and on sysvirt, their answers held side by side.

A case (``case.py``) is data. ``run.pl`` runs it on the original, ``run.py`` on sysvirt; both
write a transcript of lowered values. ``judge.py`` compares the transcripts and counts, against
``reference/methods.json``, which methods are proven. ``cases/`` holds the cases.
"""
