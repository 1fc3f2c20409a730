"""The assistant that reads Perl: what becomes of a script on Sys::Virt, place by place.

``python -m sysvirt.port script.pl`` tells it; ``python -m sysvirt.port --help`` lists what else
there is. It needs the extra ``port``.
"""
