"""The other side of the comparison: a site that asks with wagtail.contrib.forms."""
