"""A seeded pilot year and named worlds, written as the files a coordinator would keep."""
