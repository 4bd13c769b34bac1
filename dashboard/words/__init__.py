"""Every Dutch text of the app's pages."""
