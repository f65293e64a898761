"""Somebody who keeps every edition of the findings works out no number of 1 to 5 people.

    python -m bench.numbers                  10,000 consultations at random
    python -m bench.numbers --sets 500       fewer
    python -m bench.numbers --seed 7         others

Each is published edition by edition, and a reader with arithmetic of their own tries (see
tests/feedback/test_no_number_can_be_worked_out.py, which tries 300 of them).
"""

import argparse
import os
import sys
from multiprocessing import Pool
from random import Random

DEFAULT_SETTINGS = "heard.settings.test"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.numbers")
    parser.add_argument("--sets", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    seeds = range(options.seed * 1_000_000, options.seed * 1_000_000 + options.sets)
    n_found = 0
    with Pool(initializer=prepare) as pool:
        for done, (seed, found) in enumerate(pool.imap(worked_out, seeds, chunksize=50), 1):
            for sentence in found:
                print(f"Consultation {seed}: {sentence}", flush=True)
            n_found += bool(found)
            if not done % 1000:
                print(f"{done} consultations tried, {n_found} tell too much", flush=True)
    return int(n_found > 0)


def prepare() -> None:
    """Each process is a site without a database."""
    import django

    sys.path.insert(0, "site")
    os.environ["DJANGO_SETTINGS_MODULE"] = DEFAULT_SETTINGS
    django.setup()


def worked_out(seed: int) -> tuple[int, list[str]]:
    """What the reader works out of one consultation."""
    from tests.feedback.a_reader import exposed
    from tests.feedback.crowds import story
    from tests.feedback.publishing import every_edition, every_edition_naively

    told = story(Random(seed))
    editions = every_edition(told, keeps=seed % 2 == 0)
    return seed, exposed(told, editions, every_edition_naively(told))


if __name__ == "__main__":
    sys.exit(main())
