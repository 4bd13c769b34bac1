"""The script Streamlit runs for every page view; it stands apart so that `pages/` is not taken for its menu."""

from dashboard.entry.navigation import show

show()
