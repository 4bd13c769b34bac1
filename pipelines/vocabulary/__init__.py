"""The words of the product: closed lists, settings, calendar, audiences, errors. Imports nothing of ours."""
