"""Torture: what must not go wrong is tried many times over, with harm done on purpose.

    python -m tests.torture [--only NAME] [--seed N] [--quick] [--report FILE]

Each campaign is a module here with a function ``attack(seed)`` that gives a ``Result``, and with
``RELY``, what a user may rely on. The suite runs a few tries of each, ``make torture`` the number
that it is meant for; ``tests.campaign.often`` chooses. Chances come from the seed, which the line
of a campaign shows, so that a fault can be repeated.
"""
