"""What people see and press: cards as layouts, buttons, safe text, and the words on commands."""
