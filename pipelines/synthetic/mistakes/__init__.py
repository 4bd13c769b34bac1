"""The mistakes real files hold, planted on purpose and written down in the manifest."""
