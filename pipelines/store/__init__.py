"""The DuckDB warehouse, the encrypted vault and the snapshots readers open. The only folder that imports duckdb."""
