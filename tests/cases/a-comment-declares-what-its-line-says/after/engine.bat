:: pinlint: pin=python
set engine=3.11
set last=12.4 & REM pinlint: pin=cuda
