"""The figures of the catalogue: Ibis expressions with a declared grain. No engine, no frame, no store."""
