"""What officers do here besides editing pages: find, ask permission, call a form and an action."""
