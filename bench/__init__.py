"""Measuring how fast answering is. No part of the site: nothing of it imports this."""
