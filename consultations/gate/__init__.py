"""The gate: what stands between a draft and opening.

`lines.py` says what a line is, `facts.py` what the rules look at, and each other module holds the
rules of one kind, which are pure functions of the facts. `gathering.py` alone reads the database.
"""
