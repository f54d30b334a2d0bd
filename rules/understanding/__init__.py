"""What a message already says: who, about which service, when, what went wrong, whether to keep it secret.

`Reader` (in `reader.py`) is the one entrance, built once from the lexicon, the catalogue and the places.
"""
