"""What people do with commands and components, as data of interactions."""
