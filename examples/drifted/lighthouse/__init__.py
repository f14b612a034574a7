"""Sorts photographs of the sea by the weather on them."""

WEATHER = ("calm", "fog", "rain", "storm")
