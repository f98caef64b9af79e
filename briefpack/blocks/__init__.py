"""The blocks that a text can hold, one file each."""
