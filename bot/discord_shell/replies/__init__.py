"""From a question to what is sent: `desk` finds the card, `delivery` sends it, `errors` answers when that fails."""
