module tag

go 1.24

require onym v1.0.0

replace onym => ../../bindings/go
