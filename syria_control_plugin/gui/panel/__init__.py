"""The dock panel and its controllers."""
