module onym

go 1.24
