"""A figure with its statistics, target and caveats becomes a finding."""
