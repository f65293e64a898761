"""Find, ask permission, call a form and an action, answer."""
