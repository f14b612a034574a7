"""The small languages inside the formats: one reader each, over a value that knows its offsets."""
