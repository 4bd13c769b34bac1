"""Statistics: numbers in, frozen results out. Needs numpy and scipy.special only."""
