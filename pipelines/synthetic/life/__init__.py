"""What happens in the pilot year, day by day: people ask, helpers answer, work is done or not."""
