"""One page per question; no logic."""
