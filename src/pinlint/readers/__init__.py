"""How a syntax gives spans: each module turns a text into a tree or a list whose leaves know their offsets."""
