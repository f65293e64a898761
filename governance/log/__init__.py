"""The heart of the accountability log: pure Python, no Django, no database.

What lives here:

- `canonical`: one set of facts has one form in bytes (RFC 8785, restricted).
- `disclosure`: free text is sealed, so that it can be erased later (RFC 9901).
- `text`: which text may be sealed at all.
- `schema`: the closed list of entry types, and what each may say in the open.
- `entries`: builds and reads one entry, and refuses what breaks a rule.
- `merkle`: one fingerprint for all entries, in order (RFC 6962).
- `verify`: walks a whole log and says in sentences what is wrong with it.

How a fact becomes an entry: the words of a decision are cleaned and checked (`text`), each is
sealed with a fresh salt (`disclosure`), and the entry keeps only the digest, next to slugs, days
and counts (`schema`). The entry is written as exact bytes (`entries`, `canonical`), called the
leaf. The hash of the leaf goes into the tree (`merkle`). The words and salts are kept elsewhere
and may be erased; the leaf stays for ever, and says that there were words.
"""
