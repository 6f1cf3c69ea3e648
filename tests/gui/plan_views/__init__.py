"""The views of plans; one bare window serves them all."""
