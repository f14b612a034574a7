module example.org/go

go 1.25

toolchain default
