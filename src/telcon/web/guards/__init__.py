"""Who asks, from where, and what they may: what every request passes before it is answered."""
