"""What people type, its words and its checks."""
