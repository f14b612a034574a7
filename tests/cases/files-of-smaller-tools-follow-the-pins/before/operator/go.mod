module example.org/operator

go 1.24.0 // the lowest

toolchain go1.25.7

require (
	go 1.2.3 // indirect
	example.org/go v1.24.0
)
