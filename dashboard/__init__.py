"""The faces of the product: the app and the command line."""
