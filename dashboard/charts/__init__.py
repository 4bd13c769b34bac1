"""An exhibit becomes an Altair chart, with computed headline and alternative text."""
