#!/bin/bash
TORCH=2.3.0
pip install "torch==${TORCH}"
if [ "$1" = docs ]; then
  # Nothing below uses it; were it left behind, TORCH would be two versions and nobody could say which.
  TORCH=2.3.0
fi
