"""What a reader can work out from numbers that add up: an oracle that shares no code with Heard.

A system has unknown whole numbers, each with the least and the most that it can be, and sums: one
number is what some others make together. `verdict` says of one number whether it can be worked out.
"Safe" rests on an example: a whole solution that differs in that number, found by mending one sum
after the other. "Exposed" rests on a proof: no solution exists in which the number is higher, and
none in which it is lower, because the limits of the numbers rule it out.
"""

from dataclasses import dataclass, field
from random import Random

NO_LIMIT = 1000  # far above any count in these tests
PATIENCE = 150  # steps of one search
ATTEMPTS = 20
DEEPEST = 700  # Python's own limit is not far


@dataclass
class System:
    """Unknown numbers with their true values, and the sums that a reader knows to hold."""

    true: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    sums: list[dict[int, int]] = field(default_factory=list)  # number: 1 as total, -1 as part
    of: list[list[int]] = field(default_factory=list)  # the sums that a number is in
    order: dict[int, list[int]] = field(default_factory=dict)
    chance: Random | None = None
    steps: int = 0
    moved: set[int] = field(default_factory=set)  # numbers that some solution gives another value

    def number(self, true: int, low: int = 0, high: int = NO_LIMIT) -> int:
        """A new unknown number."""
        assert low <= true <= high, (low, true, high)
        self.true.append(true)
        self.low.append(low)
        self.high.append(high)
        self.of.append([])
        return len(self.true) - 1

    def within(self, one: int, low: int = 0, high: int = NO_LIMIT) -> None:
        """What a reader learns of a number."""
        self.low[one] = max(self.low[one], low)
        self.high[one] = min(self.high[one], high)
        assert self.low[one] <= self.true[one] <= self.high[one], "what is published is not true"

    def add(self, total: int, *parts: int) -> None:
        """A reader knows that `total` is the sum of the parts."""
        terms = {total: 1} | dict.fromkeys(parts, -1)
        assert not sum(sign * self.true[one] for one, sign in terms.items()), "does not add up"
        for one in terms:
            self.of[one].append(len(self.sums))
        self.sums.append(terms)

    def rest(self, whole: int, *parts: int, low: int = 0, high: int = NO_LIMIT) -> int:
        """A new number: what is left of `whole` beside the parts."""
        left = self.number(self.true[whole] - sum(self.true[one] for one in parts), low, high)
        self.add(whole, left, *parts)
        return left

    def together(self, *parts: int) -> int:
        """A new number: the sum of the parts."""
        total = self.number(sum(self.true[one] for one in parts), -NO_LIMIT)
        self.add(total, *parts)
        return total

    def verdict(self, one: int) -> str:
        """Whether a number is "safe" or "exposed"; "unknown" if the patience was not enough."""
        if one in self.moved or self._mended(one, range(3)):
            return "safe"
        for chance in (None, *range(ATTEMPTS)):
            self.chance = None if chance is None else Random(chance)
            ways = [
                self._solve(one, self.true[one] + 1, self.high[one]),
                self._solve(one, self.low[one], self.true[one] - 1),
            ]
            if ways == [False, False]:
                return "exposed"
            if True in ways:
                return "safe"
        return "safe" if self._mended(one, range(3, ATTEMPTS)) else "unknown"

    def _mended(self, one: int, attempts: range) -> bool:
        """Whether a solution near the truth has another value of `one`. Where one way of looking
        finds none, others are tried: deeper ones, and at random."""
        for attempt in attempts:
            self.chance = Random(attempt) if attempt > 5 else None
            for step in (1, -1) if attempt % 2 else (-1, 1):
                self.steps = PATIENCE if attempt < 3 else 20 * PATIENCE
                depth = (6, 14, 60)[attempt % 3 if attempt < 6 else 2]
                if self._fits(one, step) and self._mend(
                    {one: step}, self._broken({}, one, step), depth
                ):
                    return True
        return False

    def _fits(self, one: int, step: int) -> bool:
        return self.low[one] <= self.true[one] + step <= self.high[one]

    def _broken(self, broken: dict[int, int], one: int, step: int) -> dict[int, int]:
        """By how much each sum is off, once a number takes a step."""
        found = dict(broken)
        for sum_ in self.of[one]:
            off = found.pop(sum_, 0) + self.sums[sum_][one] * step
            if off:
                found[sum_] = off
        return found

    def _mend(self, changed: dict[int, int], broken: dict[int, int], depth: int) -> bool:
        """Whether the sums that a change broke can be mended by changing other numbers."""
        if not broken:
            self.moved.update(changed)
            return True
        self.steps -= 1
        if not depth or self.steps < 0:
            return False
        ways = [self._ways(sum_, off, changed) for sum_, off in broken.items()]
        for one, step in min(ways, key=len):
            if self._mend(changed | {one: step}, self._broken(broken, one, step), depth - 1):
                return True
        return False

    def _ways(self, sum_: int, off: int, changed: dict[int, int]) -> list[tuple[int, int]]:
        """The numbers that could mend a sum, each with its step; those first that are in few."""
        terms = self.sums[sum_]
        ways = [
            (one, -off * terms[one])
            for one in self._in_order(sum_)
            if one not in changed and self._fits(one, -off * terms[one])
        ]
        if self.chance:
            self.chance.shuffle(ways)
        return ways

    def _in_order(self, sum_: int) -> list[int]:
        """The numbers of a sum, those first that are in few others."""
        if sum_ not in self.order:
            self.order[sum_] = sorted(self.sums[sum_], key=lambda one: len(self.of[one]))
        return self.order[sum_]

    def _solve(self, one: int, low: int, high: int) -> bool | None:
        """Whether there is any solution with `one` within these limits; None: not found in time."""
        lows, highs = [*self.low], [*self.high]
        lows[one], highs[one] = max(low, lows[one]), min(high, highs[one])
        self.steps = DEEPEST
        return self._split(lows, highs, [*self.of[one]])

    def _split(self, lows: list[int], highs: list[int], waiting: list[int]) -> bool | None:
        """Look for a solution between the limits: that nearest the truth, then around where it
        does not add up."""
        if not self._narrow(lows, highs, waiting):
            return False
        near = [min(max(t, low), high) for t, low, high in zip(self.true, lows, highs, strict=True)]
        off = [terms for terms in self.sums if self._off_by(terms, near)]
        if not off:
            self.moved.update(i for i, value in enumerate(near) if value != self.true[i])
            return True
        self.steps -= 1
        if self.steps < 0:
            return None
        wrong = self.chance.choice(off) if self.chance else off[0]
        open_ = [i for i in wrong if lows[i] < highs[i]]
        closest = min(open_, key=lambda i: highs[i] - lows[i])
        one = self.chance.choice(open_) if self.chance else closest
        right = near[one] - self._off_by(wrong, near) * wrong[one]
        value = min(max(right, lows[one]), highs[one])
        found: bool | None = False
        for low, high in ((value, value), (value + 1, highs[one]), (lows[one], value - 1)):
            if low <= high:
                fewer, more = [*lows], [*highs]
                fewer[one], more[one] = low, high
                way = self._split(fewer, more, [*self.of[one]])
                if way:
                    return True
                found = None if way is None else found
        return found

    def _off_by(self, terms: dict[int, int], values: list[int]) -> int:
        return sum(sign * values[one] for one, sign in terms.items())

    def _narrow(self, lows: list[int], highs: list[int], waiting: list[int]) -> bool:
        """Draw the limits closer until no sum draws them closer; False if nothing fits."""
        if any(low > high for low, high in zip(lows, highs, strict=True)):
            return False
        while waiting:
            terms = self.sums[waiting.pop()]
            least = sum(lows[i] if sign > 0 else -highs[i] for i, sign in terms.items())
            most = sum(highs[i] if sign > 0 else -lows[i] for i, sign in terms.items())
            for i, sign in terms.items():
                if sign > 0:
                    low, high = highs[i] - most, lows[i] - least
                else:
                    low, high = highs[i] + least, lows[i] + most
                if low > lows[i] or high < highs[i]:
                    lows[i], highs[i] = max(low, lows[i]), min(high, highs[i])
                    if lows[i] > highs[i]:
                        return False
                    waiting += self.of[i]
                    least = sum(lows[j] if s > 0 else -highs[j] for j, s in terms.items())
                    most = sum(highs[j] if s > 0 else -lows[j] for j, s in terms.items())
        return True
