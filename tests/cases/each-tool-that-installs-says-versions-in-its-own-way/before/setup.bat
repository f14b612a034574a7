@echo off
set X=it's
@pip install ruff==0.5.0
  pip install tox==4.14.0
REM pip install ruff==0.4.0
