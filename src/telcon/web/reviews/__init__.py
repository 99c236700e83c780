"""What people are asked to decide, what they decided, and what they correct."""
