"""The specification of the guide, as questions that a machine can ask."""
