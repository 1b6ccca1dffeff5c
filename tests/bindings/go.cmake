# Tests the Go module where it lies: go writes nothing beside the sources.

include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

set(module "${SOURCE_DIR}/bindings/go")
set(article "${SOURCE_DIR}/examples/article.txt")
pretend_installed()
set(ENV{GOFLAGS} "-buildvcs=false")
set(ENV{GOWORK} "off")

execute_process(COMMAND "${GOFMT}" -l "${module}" "${SOURCE_DIR}/examples/go"
                OUTPUT_VARIABLE ugly COMMAND_ERROR_IS_FATAL ANY)
if(ugly)
  message(FATAL_ERROR "gofmt would change ${ugly}")
endif()
run("${GO}" -C "${module}" vet ./...)
run("${GO}" -C "${module}" test -count=1 -race ./...)
run("${GO}" -C "${module}" run ./endure "${article}" 2000)
run("${GO}" -C "${module}" run ./bench "${article}" 20)

run("${GO}" -C "${SOURCE_DIR}/examples/go" vet .)
run("${GO}" -C "${SOURCE_DIR}/examples/go" build -o "${WORK_DIR}/tag" .)
check_example("${WORK_DIR}/tag")

# A module of a user, made as the README tells.
foreach(page IN ITEMS bindings/go/README.md docs/go.md)
  string(MAKE_C_IDENTIFIER "${page}" name)
  set(project "${WORK_DIR}/${name}")
  file(REMOVE_RECURSE "${project}")
  extract_block("${SOURCE_DIR}/${page}" go "${project}/main.go")
  run("${GO}" -C "${project}" mod init names)
  run("${GO}" -C "${project}" mod edit -require onym@v1.0.0 -replace
      "onym=${module}")
  check_names("${GO}" -C "${project}" run .)
endforeach()
