module example.org/operator

go 1.25.0 // the lowest

toolchain go1.26.2

require (
	go 1.2.3 // indirect
	example.org/go v1.24.0
)
