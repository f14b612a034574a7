@echo off
set X=it's
@pip install ruff==0.5.1
  pip install tox==4.15.0
REM pip install ruff==0.4.0
