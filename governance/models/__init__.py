"""Decisions, promises, and the log that nobody can quietly rewrite."""

from governance.models.decision import (
    Alternative,
    DecisionPage,
    Influence,
    ItemChange,
    Outcome,
    Use,
)
from governance.models.log import Disclosure, Log, LogEntry, LogPlace
from governance.models.promise import Promise, PromiseUpdate
from governance.models.what_changed import WhatChangedPage

__all__ = [
    "Alternative",
    "DecisionPage",
    "Disclosure",
    "Influence",
    "ItemChange",
    "Log",
    "LogEntry",
    "LogPlace",
    "Outcome",
    "Promise",
    "PromiseUpdate",
    "Use",
    "WhatChangedPage",
]
