"""What an analyst clicks: menu and dialogs. Never algorithms."""
