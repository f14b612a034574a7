:: pinlint: pin=python
set engine=3.9
set last=11.8 & REM pinlint: pin=cuda
