"""What officers do here besides editing pages."""
