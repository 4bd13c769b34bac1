"""Every Dutch text of records, rules, faults, figures and the command line."""
