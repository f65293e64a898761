"""What people do here: one verb a function, whole or not at all."""
