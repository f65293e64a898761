"""Finding texts by their words, on both databases.

PostgreSQL keeps a vector beside each safe text and an index on it; SQLite keeps an FTS5 table by
triggers. Only current safe texts are in either, and what is deleted leaves it in the same
transaction. The triggers are put back after every migration, because Django's way of changing a
table on SQLite drops them without a word (see decision 0027).
"""

from typing import Any

from django.db import connection, connections
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from consultations.models import Consultation
from feedback.models import TextVersion, VersionKind, Words
from feedback.sought import Term, as_searched, for_postgres, for_sqlite, sought

NEWEST = 50
_MANY = 500

_POSTGRES = """
    SELECT words_id FROM feedback_textversion WHERE search @@ to_tsquery('simple', %s)
"""
_SQLITE = """
    SELECT words_id FROM feedback_searchkey WHERE id IN (
        SELECT rowid FROM feedback_search WHERE feedback_search MATCH %s)
"""
_LEAVE = """
    DELETE FROM feedback_search
        WHERE rowid = (SELECT id FROM feedback_searchkey WHERE version_id = OLD.id);
    DELETE FROM feedback_searchkey WHERE version_id = OLD.id;
"""
_ENTER = """
    INSERT INTO feedback_searchkey (version_id, words_id)
        SELECT NEW.id, NEW.words_id WHERE NEW.is_current AND NEW.kind = 'safe';
    INSERT INTO feedback_search (rowid, searched)
        SELECT id, NEW.searched FROM feedback_searchkey WHERE version_id = NEW.id;
"""
_TRIGGERS = {
    "feedback_search_enter": f"AFTER INSERT ON feedback_textversion BEGIN {_ENTER} END",
    "feedback_search_leave": f"AFTER DELETE ON feedback_textversion BEGIN {_LEAVE} END",
    "feedback_search_change": (
        "AFTER UPDATE OF is_current, kind, searched ON feedback_textversion "
        f"BEGIN {_LEAVE} {_ENTER} END"
    ),
}


def search_texts(query: str, consultation: Consultation) -> QuerySet:
    """The newest texts of a consultation with these words in them, of those that analysts may see.
    The newest by their day; within a day in no order."""
    texts = Words.objects.safe_to_analyse().of(consultation).filter(has_words(query))
    return texts.order_by("-response__received_on", "pk")[:NEWEST]


def has_words(query: str) -> Q:
    """Which texts have the words that somebody typed. None has what is no word."""
    wanted, unwanted = sought(query)
    if not wanted and not unwanted:
        return Q(pk__in=[])
    found = Q()
    if wanted:
        found &= Q(pk__in=_found(wanted, "AND"))
    if unwanted:
        found &= ~Q(pk__in=_found(unwanted, "OR"))
    return found


def _found(terms: tuple[Term, ...], joined: str) -> RawSQL:
    if connection.vendor == "postgresql":
        return RawSQL(_POSTGRES, [for_postgres(terms, joined)])  # noqa: S611  words and no more
    return RawSQL(_SQLITE, [for_sqlite(terms, joined)])  # noqa: S611


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Keep the index by triggers whenever migrations have run, and put into it what is missing."""
    database = connections[using]
    with database.cursor() as cursor:
        tables = database.introspection.table_names(cursor)
        if TextVersion._meta.db_table not in tables:
            return
        described = database.introspection.get_table_description(cursor, TextVersion._meta.db_table)
        if "searched" not in {column.name for column in described}:
            return
        if "feedback_search" in tables:
            _install(cursor)
    fill(using)


def _install(cursor: Any) -> None:
    for name, what in _TRIGGERS.items():
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} {what}")


def fill(using: str = "default") -> None:
    """Put safe texts into the index that were made before there was one."""
    texts = TextVersion.objects.using(using).filter(kind=VersionKind.SAFE, searched="")
    bare = texts.exclude(text="").only("pk", "text").order_by("pk")
    for version in bare.iterator(chunk_size=_MANY):
        TextVersion.objects.using(using).filter(pk=version.pk).update(
            searched=as_searched(version.text)
        )


def clean_index() -> int:
    """Rewrite the index of SQLite where a text has left it, so that none of its words lies in a
    corner of the file. PostgreSQL sees to that itself. Gives how many indexes were rewritten."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT segid) FROM feedback_search_idx")
        (n_pieces,) = cursor.fetchone()
        if n_pieces < 2:
            return 0
        cursor.execute("INSERT INTO feedback_search (feedback_search) VALUES ('optimize')")
    return 1
