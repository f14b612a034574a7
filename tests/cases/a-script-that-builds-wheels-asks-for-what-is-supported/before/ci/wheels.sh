#!/usr/bin/env bash
for bin in /opt/python/*/bin; do
  if [[ "$bin" == *"cp38"* ]] || \
     [[ "$bin" == *"cp39"* ]] || \
     [[ "$bin" == *"cp310"* ]]; then
    "$bin/pip" wheel . -w dist
  fi
done
for bin in /opt/python/*/bin; do
  if [[ $bin == *cp39* ]] || [[ $bin == *cp310* ]] || [[ $bin == *cp311* ]] || [[ $bin == *cp312* ]]; then "$bin/python" -m pytest; fi
  if [[ $bin == *cp38* ]]; then continue; fi
done
