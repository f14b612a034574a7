#!/usr/bin/env python3
"""pip install ruff==0.5.0"""
