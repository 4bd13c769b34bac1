"""The one door: what an audience may see of a finding."""
