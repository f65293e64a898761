"""How Heard is set up: base holds what is always so, demo, production and test the rest."""
