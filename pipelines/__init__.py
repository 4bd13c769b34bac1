"""Records become figures, figures become findings, findings leave through one door."""
